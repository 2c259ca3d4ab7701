import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Quiet, Row, Words } from '../../ui/index.ts';
import styles from './Session.module.css';
import { type Draft, useSession } from './sessionContext.ts';

/** Words of mine that were never shown when both signed: still here, and only mine to use or throw away. */
export function LeftDrafts() {
  const { t } = useText();
  const { page } = useSession();
  const left = page.mine.filter((draft) => draft.kind !== 'amendment' && hasWords(draft));
  if (left.length === 0 || page.together) return null;
  return (
    <section className={styles.part}>
      <h3>{t('signing.left.title')}</h3>
      <Quiet>{t('signing.left.help')}</Quiet>
      {left.map((draft) => (
        <LeftDraft key={draft.item} draft={draft} />
      ))}
    </section>
  );
}

function LeftDraft({ draft }: { draft: Draft }) {
  const { t } = useText();
  const { page } = useSession();
  const { item } = draft;
  const drop = useAction(() => call('sessions.discard', { item }));
  const move = useAction(async () => {
    const text = textOf(draft).slice(0, 20_000);
    await call('signing.saveAmendment', { root: page.session, item: null, text });
    await call('sessions.discard', { item });
  });
  return (
    <div className={styles.said}>
      <Words>{textOf(draft)}</Words>
      <Row>
        <Button onPress={() => void move.run()} isBusy={move.busy}>
          {t('signing.left.use')}
        </Button>
        <Button kind="plain" onPress={() => void drop.run()} isBusy={drop.busy}>
          {t('sessions.throwAway')}
        </Button>
      </Row>
      <FailureNotice error={move.error ?? drop.error} />
    </div>
  );
}

/** Whether a working copy says anything. */
export function hasWords(draft: Draft): boolean {
  return textOf(draft).trim() !== '';
}

function textOf(draft: Draft): string {
  switch (draft.kind) {
    case 'topic':
      return draft.body.title;
    case 'difference':
      return [draft.body.account, draft.body.nextStep].filter((part) => part !== '').join('\n');
    default:
      return draft.body.text;
  }
}
