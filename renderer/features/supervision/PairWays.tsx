import { useState } from 'react';
import type { PairWay, WayDraft } from '../../../shared/contract/ways.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { AlertDialog, Button, Card, Disclosure, FailureNotice, Loaded, Quiet, Row } from '../../ui/index.ts';
import styles from './Session.module.css';
import { WayEditor } from './WayEditor.tsx';

/** Questions the two made for themselves. Either makes one and only its maker changes it; both find it in every topic. */
export function PairWays(props: { space: string; otherName: string }) {
  const { t } = useText();
  const { space, otherName } = props;
  const ways = useCall('ways.list', { space });
  const [open, setOpen] = useState<string | null>(null);
  const begin = useAction(async () => {
    const { item } = await call('ways.save', { space, item: null, name: '', questions: [] });
    setOpen(item);
  });
  return (
    <Card title={t('ways.pair.title')}>
      <Quiet>{t('ways.pair.help')}</Quiet>
      <Loaded call={ways}>
        {({ ways: shown, mine }) => (
          <>
            {shown.length === 0 ? null : (
              <ul className={styles.plain}>
                {shown.map((way) =>
                  way.item === open ? null : (
                    <li key={way.item}>
                      <Way way={way} space={space} draft={draftOf(mine, way.item)} onOpen={setOpen} />
                    </li>
                  ),
                )}
              </ul>
            )}
            {mine.map((draft) =>
              draft.item === open ? (
                <WayEditor
                  key={draft.item}
                  draft={draft}
                  space={space}
                  otherName={otherName}
                  onClose={() => setOpen(null)}
                />
              ) : draft.shown ? null : (
                <div key={draft.item}>
                  <Button kind="plain" onPress={() => setOpen(draft.item)}>
                    {draft.name.trim() || t('ways.begun')}
                  </Button>{' '}
                  <Quiet small>{t('sessions.onlyYou')}</Quiet>
                </div>
              ),
            )}
          </>
        )}
      </Loaded>
      {open === null ? (
        <div>
          <Button onPress={() => void begin.run()} isBusy={begin.busy}>
            {t('ways.make')}
          </Button>
        </div>
      ) : null}
      <FailureNotice error={begin.error} />
    </Card>
  );
}

function Way(props: {
  way: PairWay;
  space: string;
  draft: WayDraft | undefined;
  onOpen: (item: string) => void;
}) {
  const { t } = useText();
  const { item, name, questions, mine, byName } = props.way;
  const [isRemoving, setRemoving] = useState(false);
  const change = useAction(async () => {
    if (props.draft === undefined) await call('ways.save', { space: props.space, item, name, questions });
    props.onOpen(item);
  });
  const remove = useAction(async () => {
    await call('ways.remove', { item });
    setRemoving(false);
  });
  return (
    <Disclosure title={name}>
      <div className={styles.part}>
        <ul>
          {questions.map((question) => (
            <li key={question} className={styles.kept}>
              {question}
            </li>
          ))}
        </ul>
        <Quiet small>{t('ways.madeBy', { name: byName })}</Quiet>
        {mine ? (
          <Row>
            <Button kind="plain" onPress={() => void change.run()} isBusy={change.busy}>
              {t(props.draft === undefined ? 'common.change' : 'sessions.goOnChanging')}
            </Button>
            <Button kind="plain" onPress={() => setRemoving(true)}>
              {t('ways.remove')}
            </Button>
          </Row>
        ) : null}
        <FailureNotice error={change.error ?? remove.error} />
        {isRemoving ? (
          <AlertDialog
            title={t('ways.remove.title')}
            confirmLabel={t('ways.remove')}
            onConfirm={() => void remove.run()}
            onCancel={() => setRemoving(false)}
            isBusy={remove.busy}
          >
            <p>{t('ways.remove.text')}</p>
          </AlertDialog>
        ) : null}
      </div>
    </Disclosure>
  );
}

function draftOf(drafts: readonly WayDraft[], item: string): WayDraft | undefined {
  return drafts.find((draft) => draft.item === item);
}
