import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Loaded, Page, Quiet, Row, Stack, toast } from '../../ui/index.ts';
import styles from './VaultDoor.module.css';

/** The same word can come twice, so a word's place is its key. */
const places = [0, 1, 2, 3, 4, 5] as const;

/** Until the other computer has answered: the file to take there, the words to type there, the answer to bring back. */
export function LinkWaiting(props: { onTaken: (recoveryCode: string) => void; onGivenUp: () => void }) {
  const { t } = useText();
  const asked = useCall('link.pending', {});
  const save = useAction(async () => {
    const { path } = await call('link.saveRequest', { path: null });
    if (path !== null) toast(t('devices.waiting.file.done'));
  });
  const take = useAction(async () => {
    const { recoveryCode } = await call('link.takeAnswer', { path: null });
    if (recoveryCode !== null) props.onTaken(recoveryCode);
  });
  const again = useAction(async () => {
    await call('link.giveUp', {});
    props.onGivenUp();
  });
  return (
    <Page title={t('devices.waiting.title')} lead={t('devices.waiting.lead')}>
      <Stack gap="loose">
        <Stack gap="close">
          <h2>{t('devices.waiting.file.title')}</h2>
          <Quiet>{t('devices.waiting.file.text')}</Quiet>
          <Row>
            <Button onPress={() => void save.run()} isBusy={save.busy}>
              {t('devices.waiting.file.button')}
            </Button>
          </Row>
          <FailureNotice error={save.error} />
        </Stack>
        <Stack gap="close">
          <h2>{t('devices.waiting.words.title')}</h2>
          <Quiet>{t('devices.waiting.words.text')}</Quiet>
          <Loaded call={asked}>
            {({ pending }) => (
              <ol className={styles.words} aria-label={t('devices.waiting.words')}>
                {pending === null ? null : places.map((place) => <li key={place}>{pending.words[place]}</li>)}
              </ol>
            )}
          </Loaded>
        </Stack>
        <Stack gap="close">
          <h2>{t('devices.waiting.take.title')}</h2>
          <Quiet>{t('devices.waiting.take.text')}</Quiet>
          <Row>
            <Button kind="primary" onPress={() => void take.run()} isBusy={take.busy}>
              {t('devices.waiting.take.button')}
            </Button>
          </Row>
          <FailureNotice error={take.error} />
        </Stack>
        <Stack gap="close">
          <Row>
            <Button kind="plain" onPress={() => void again.run()} isBusy={again.busy}>
              {t('devices.waiting.again')}
            </Button>
          </Row>
          <Quiet>{t('devices.waiting.again.help')}</Quiet>
          <FailureNotice error={again.error} />
        </Stack>
      </Stack>
    </Page>
  );
}
