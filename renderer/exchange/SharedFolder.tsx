import { call, useAction } from '../api.ts';
import { useText } from '../i18n.ts';
import { Button, FailureNotice, Quiet, Row, Stack } from '../ui/index.ts';
import styles from './SharedFolder.module.css';

/** Which folder a space of more than two goes through; it may be chosen later. */
export function SharedFolder(props: {
  folder: string | null;
  onChoose: (folder: string) => void;
  /** Who must be able to reach it. */
  help: string;
}) {
  const { t } = useText();
  const choose = useAction(async () => {
    const { folder } = await call('vault.chooseFolder', { purpose: 'shared' });
    if (folder !== null) props.onChoose(folder);
  });
  return (
    <Stack gap="close">
      <p>
        {t('circles.folder')}:{' '}
        <span className={styles.path}>{props.folder ?? t('pairs.compare.folderNone')}</span>
      </p>
      <Quiet>{props.help}</Quiet>
      <Row>
        <Button onPress={() => void choose.run()}>{t('pairs.exchange.chooseFolder')}</Button>
      </Row>
      {props.folder === null ? <Quiet>{t('pairs.compare.later')}</Quiet> : null}
      <FailureNotice error={choose.error} />
    </Stack>
  );
}
