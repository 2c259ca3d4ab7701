import { type ReactNode, type Ref, useId, useState } from 'react';
import { useText } from '../i18n.ts';
import { Button } from './Button.tsx';
import styles from './Field.module.css';
import { FieldFrame, type FieldProps, fieldIds } from './FieldFrame.tsx';

/** A passphrase, hidden until Show is pressed. `children` (strength) come below it. */
export function PassphraseField(
  props: FieldProps & {
    value: string;
    onChange: (value: string) => void;
    onBlur?: () => void;
    autoFocus?: boolean;
    /** `current` when it must be the one that is set, `new` when one is being chosen. */
    purpose: 'current' | 'new';
    children?: ReactNode;
    ref?: Ref<HTMLInputElement>;
  },
) {
  const { t } = useText();
  const [isShown, setShown] = useState(false);
  const { id, describedBy } = fieldIds(useId(), props);
  return (
    <FieldFrame {...props} id={id} beforeError={props.children}>
      <div className={styles.beside}>
        <input
          id={id}
          ref={props.ref}
          className={styles.input}
          type={isShown ? 'text' : 'password'}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          onBlur={props.onBlur}
          {...(props.autoFocus ? { autoFocus: true } : {})}
          autoComplete={props.purpose === 'new' ? 'new-password' : 'current-password'}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={1000}
          aria-required={true}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={describedBy}
        />
        <Button
          onPress={() => setShown(!isShown)}
          isPressed={isShown}
          label={`${t(isShown ? 'common.field.hidePassphrase' : 'common.field.showPassphrase')}: ${props.label}`}
        >
          {t(isShown ? 'common.field.hidePassphrase' : 'common.field.showPassphrase')}
        </Button>
      </div>
    </FieldFrame>
  );
}
