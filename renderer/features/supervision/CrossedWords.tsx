import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Quiet, Row, Words } from '../../ui/index.ts';
import styles from './Session.module.css';
import { draftsAt, useSession } from './sessionContext.ts';

/** Words of mine that crossed with the other's signature: too late for the record, and not to be lost. */
export function CrossedWords() {
  const { t } = useText();
  const { page } = useSession();
  const begun = draftsAt(page, 'amendment', null).map((draft) => draft.body.text);
  const crossed = page.crossed.filter((one) => !begun.some((text) => text.includes(one.text)));
  if (crossed.length === 0 || page.together) return null;
  return (
    <section className={styles.part}>
      <h3>{t('signing.crossed.title')}</h3>
      <Quiet>{t('signing.crossed.help')}</Quiet>
      {crossed.map((one) => (
        <Crossed key={one.item} text={one.text} />
      ))}
    </section>
  );
}

function Crossed({ text }: { text: string }) {
  const { t } = useText();
  const { page } = useSession();
  const use = useAction(() =>
    call('signing.saveAmendment', { root: page.session, item: null, text: text.slice(0, 20_000) }),
  );
  return (
    <div className={styles.said}>
      <Words>{text}</Words>
      <Row>
        <Button onPress={() => void use.run()} isBusy={use.busy}>
          {t('signing.left.use')}
        </Button>
      </Row>
      <FailureNotice error={use.error} />
    </div>
  );
}
