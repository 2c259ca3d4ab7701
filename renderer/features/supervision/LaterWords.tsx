import { useState } from 'react';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Quiet, Row, Stack, Voice, Words } from '../../ui/index.ts';
import styles from './Session.module.css';
import { draftsAt, useSession } from './sessionContext.ts';
import { TextDraft } from './TextDraft.tsx';

/** Words after signing: the record stays as it is, and these stand beside it until they are signed too. */
export function LaterWords() {
  const { t } = useText();
  const { page, nameOf } = useSession();
  const [open, setOpen] = useState<string | null>(null);
  const drafts = draftsAt(page, 'amendment', null);
  const editing = drafts.find((draft) => draft.item === open);
  const begin = useAction(async () => {
    const known = drafts.find((draft) => !draft.shown);
    if (known !== undefined) return setOpen(known.item);
    const { item } = await call('signing.saveAmendment', { root: page.session, item: null, text: '' });
    setOpen(item);
  });
  if (page.together) return null;
  return (
    <section className={styles.part}>
      <h3>{t('signing.later.title')}</h3>
      <Quiet>{t('signing.later.help')}</Quiet>
      <Stack>
        {page.view.amendments
          .filter((one) => page.signing.unsigned.includes(one.hash))
          .map((one) => (
            <Voice key={one.item} whose={one.role} name={nameOf(one.role)}>
              <Words>{one.text}</Words>
              <Quiet small>{t('signing.later.notSigned')}</Quiet>
              {one.role === page.me ? <TakeBack item={one.item} /> : null}
            </Voice>
          ))}
      </Stack>
      {editing === undefined ? (
        <Row>
          <Button onPress={() => void begin.run()} isBusy={begin.busy}>
            {t('signing.later.write')}
          </Button>
          {drafts.length > 0 ? <Quiet small>{t('sessions.onlyYouWaiting')}</Quiet> : null}
        </Row>
      ) : (
        <TextDraft
          key={editing.item}
          draft={editing}
          label={t('signing.later.title')}
          onClose={() => setOpen(null)}
        />
      )}
      <FailureNotice error={begin.error} />
    </section>
  );
}

function TakeBack({ item }: { item: string }) {
  const { t } = useText();
  const takeBack = useAction(() => call('sessions.takeBack', { item }));
  return (
    <Row>
      <Button kind="plain" onPress={() => void takeBack.run()} isBusy={takeBack.busy}>
        {t('sessions.takeBack')}
      </Button>
      <FailureNotice error={takeBack.error} />
    </Row>
  );
}
