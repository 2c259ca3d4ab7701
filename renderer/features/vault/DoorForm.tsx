import { type FormEvent, type ReactNode, useState } from 'react';
import type { Action } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  FailureNotice,
  isChosen,
  NewPassphrase,
  noPassphrase,
  Page,
  Row,
  TextField,
} from '../../ui/index.ts';
import styles from './VaultDoor.module.css';

/**
 * A screen that ends with a new passphrase: one line first (a name, a code), then the passphrase, then `children`. Nothing
 * is sent off before both are there; what is missing is said at its field once it was tried.
 */
export function DoorForm(props: {
  title: string;
  lead: string;
  first: {
    readonly label: string;
    readonly help: string;
    readonly missing: string;
    readonly maxLength: number;
    readonly autoComplete?: string;
    /** What is wrong with it beyond being empty; null while nothing is. */
    readonly error?: string | null;
  };
  /** The first line is the person's name, which a passphrase must not be. */
  isName?: boolean;
  action: Action<[first: string, passphrase: string]>;
  /** A failure that is said at the first line instead. */
  hidesFailure?: boolean;
  submitLabel: string;
  /** Other ways on, beside the one that sends it off. */
  ways: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useText();
  const { first, action } = props;
  const [line, setLine] = useState('');
  const [chosen, setChosen] = useState(noPassphrase);
  const [isTried, setTried] = useState(false);
  const isMissing = line.trim() === '';

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isMissing && isChosen(chosen)) void action.run(line.trim(), chosen.passphrase);
  }

  return (
    <Page title={props.title} lead={props.lead}>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={first.label}
          description={first.help}
          value={line}
          onChange={setLine}
          maxLength={first.maxLength}
          {...(first.autoComplete === undefined ? {} : { autoComplete: first.autoComplete })}
          isRequired
          error={isTried && isMissing ? first.missing : (first.error ?? null)}
        />
        <NewPassphrase
          label={t('vault.create.passphrase')}
          value={chosen}
          onChange={setChosen}
          {...(props.isName ? { name: line.trim() } : {})}
          isTried={isTried}
        />
        {props.children}
        {props.hidesFailure ? null : <FailureNotice error={action.error} />}
        <Row>
          <Button kind="primary" type="submit" isBusy={action.busy}>
            {props.submitLabel}
          </Button>
          {props.ways}
        </Row>
      </form>
    </Page>
  );
}
