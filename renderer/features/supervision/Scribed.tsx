import { useState } from 'react';
import type { PlaceView } from '../../../shared/model/sessionView.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Dialog, FailureNotice, Quiet, Row, TextArea, Words } from '../../ui/index.ts';
import styles from './Session.module.css';
import { useSession } from './sessionContext.ts';

/** Words typed in the room for somebody who has not answered them: labelled so on both sides, and nobody's voice yet. */
export function Scribed({ scribed }: { scribed: PlaceView['scribed'][number] }) {
  const { t } = useText();
  const { page, nameOf } = useSession();
  const isForMe = scribed.role === page.me;
  const { item } = scribed;
  const takeBack = useAction(() => call('sessions.takeBack', { item }));
  return (
    <div className={styles.scribed}>
      <Quiet small>
        {isForMe ? t('sessions.scribed.forYou') : t('sessions.scribed.for', { name: nameOf(scribed.role) })}
      </Quiet>
      <Words>{scribed.text}</Words>
      {isForMe && !page.together ? <Answer item={item} text={scribed.text} /> : null}
      {isForMe ? null : (
        <Row>
          <Quiet small>{t('sessions.scribed.unanswered')}</Quiet>
          <Button kind="plain" onPress={() => void takeBack.run()} isBusy={takeBack.busy}>
            {t('sessions.takeBack')}
          </Button>
        </Row>
      )}
      <FailureNotice error={takeBack.error} />
    </div>
  );
}

function Answer(props: { item: string; text: string }) {
  const { t } = useText();
  const { item } = props;
  const [changed, setChanged] = useState<string | null>(null);
  const keep = useAction(() => call('scribing.answer', { item, answer: 'kept' }));
  const remove = useAction(() => call('scribing.answer', { item, answer: 'removed' }));
  const change = useAction(async (text: string) => {
    await call('scribing.answer', { item, answer: 'changed', text });
  });
  return (
    <>
      <Row>
        <Button onPress={() => void keep.run()} isBusy={keep.busy}>
          {t('sessions.scribed.keep')}
        </Button>
        <Button onPress={() => setChanged(props.text)}>{t('common.change')}</Button>
        <Button onPress={() => void remove.run()} isBusy={remove.busy}>
          {t('sessions.scribed.notMine')}
        </Button>
      </Row>
      <FailureNotice error={keep.error ?? remove.error} />
      {changed === null ? null : (
        <Dialog
          title={t('sessions.scribed.changeTitle')}
          onClose={() => setChanged(null)}
          buttons={
            <>
              <Button
                kind="primary"
                onPress={() => void change.run(changed)}
                isBusy={change.busy}
                isDisabled={changed.trim() === ''}
              >
                {t('sessions.scribed.showMine')}
              </Button>
              <Button onPress={() => setChanged(null)}>{t('common.cancel')}</Button>
            </>
          }
        >
          <TextArea
            label={t('sessions.voice.yours')}
            wide
            writing
            autoFocus
            value={changed}
            onChange={setChanged}
            maxLength={50_000}
          />
          <Quiet>{t('sessions.show.help')}</Quiet>
          <FailureNotice error={change.error} />
        </Dialog>
      )}
    </>
  );
}
