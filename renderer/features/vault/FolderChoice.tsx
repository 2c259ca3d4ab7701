import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Quiet, Row, Stack } from '../../ui/index.ts';
import styles from './VaultDoor.module.css';

/** Where something is kept: the usual place (null) or one that was chosen. */
export function FolderChoice(props: {
  purpose: 'vault' | 'backup';
  label: string;
  help: string;
  chooseLabel: string;
  /** What to show for the usual place. */
  usual: string;
  value: string | null;
  onChange: (folder: string | null) => void;
}) {
  const { t } = useText();
  const choose = useAction(async () => {
    const { folder } = await call('vault.chooseFolder', { purpose: props.purpose });
    if (folder !== null) props.onChange(folder);
  });
  return (
    <Stack gap="close">
      <p>
        {props.label}: <span className={styles.path}>{props.value ?? props.usual}</span>
      </p>
      <Quiet>{props.help}</Quiet>
      <Row>
        <Button onPress={() => void choose.run()}>{props.chooseLabel}</Button>
        {props.value === null ? null : (
          <Button kind="plain" onPress={() => props.onChange(null)}>
            {t('vault.create.useDefault')}
          </Button>
        )}
      </Row>
      <FailureNotice error={choose.error} />
    </Stack>
  );
}
