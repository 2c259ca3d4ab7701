import { useEffect, useState } from 'react';
import type { Output } from '../../shared/contract/index.ts';
import { call } from '../api.ts';
import { useText } from '../i18n.ts';
import styles from './NewPassphrase.module.css';
import { PassphraseField } from './PassphraseField.tsx';

type Strength = Output<'vault.strength'>;

/** A passphrase that is being chosen. `enough` is null until it is measured. */
export type ChosenPassphrase = {
  readonly passphrase: string;
  readonly again: string;
  readonly enough: boolean | null;
};

export const noPassphrase: ChosenPassphrase = { passphrase: '', again: '', enough: null };

/**
 * Whether it may be sent: typed twice the same and not known to be weak. One that is not measured yet is sent too: the
 * vault measures it again and refuses a weak one itself.
 */
export function isChosen({ passphrase, again, enough }: ChosenPassphrase): boolean {
  return passphrase !== '' && passphrase === again && enough !== false;
}

/** Two fields and an honest word on how hard it is to guess, measured in the vault thread. */
export function NewPassphrase(props: {
  label: string;
  value: ChosenPassphrase;
  onChange: (chosen: ChosenPassphrase) => void;
  autoFocus?: boolean;
  /** What the person is called: a passphrase made of it is soon guessed. */
  name?: string;
  /** The form was sent already: now say what is missing. */
  isTried?: boolean;
}) {
  const { t } = useText();
  const { value, onChange, isTried = false } = props;
  const strength = useStrength(value.passphrase, props.name ?? '');
  const enough = strength?.enough ?? null;
  const [isAgainLeft, setAgainLeft] = useState(false);

  useEffect(() => {
    if (value.enough !== enough) onChange({ ...value, enough });
  }, [value, enough, onChange]);

  const weakness = passphraseError();

  function passphraseError(): string | null {
    if (!isTried) return null;
    if (value.passphrase === '') return t('vault.create.passphrase.missing');
    return strength?.enough === false ? t('errors.weak_passphrase') : null;
  }

  function againError(): string | null {
    if (value.again === '') return isTried && value.passphrase !== '' ? t('vault.create.againMissing') : null;
    return value.again !== value.passphrase && (isAgainLeft || isTried)
      ? t('vault.create.againDiffers')
      : null;
  }
  return (
    <>
      <PassphraseField
        label={props.label}
        description={t('vault.create.passphrase.help')}
        purpose="new"
        value={value.passphrase}
        onChange={(passphrase) => onChange({ ...value, passphrase, enough: null })}
        autoFocus={props.autoFocus ?? false}
        error={weakness}
      >
        <div className={styles.strength}>
          {strength === null ? null : (
            <>
              <meter
                aria-label={t('vault.strength.label')}
                min={0}
                max={16}
                low={10}
                high={14}
                optimum={16}
                value={Math.min(16, strength.guessesLog10)}
              />
              <span role="status">{weakness === null ? t(`vault.strength.${strength.level}`) : null}</span>
            </>
          )}
        </div>
      </PassphraseField>
      <PassphraseField
        label={t('vault.create.again')}
        purpose="new"
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        onBlur={() => setAgainLeft(true)}
        error={againError()}
      />
    </>
  );
}

/** The strength of what is typed, a moment after typing stops; null while nothing is. */
function useStrength(passphrase: string, name: string): Strength | null {
  const [measured, setMeasured] = useState<{ of: string; strength: Strength } | null>(null);
  useEffect(() => {
    // Loads the word lists before the first key: the first answer would take half a second otherwise.
    call('vault.strength', { passphrase: '' }).catch(() => undefined);
  }, []);
  useEffect(() => {
    if (passphrase === '') return;
    let isGone = false;
    const timer = setTimeout(() => {
      call('vault.strength', { passphrase, name: name.slice(0, 200) }).then(
        (strength) => !isGone && setMeasured({ of: passphrase, strength }),
        // Left unmeasured: the vault measures it again when it is sent.
        () => undefined,
      );
    }, 150);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [passphrase, name]);
  return passphrase !== '' && measured?.of === passphrase ? measured.strength : null;
}
