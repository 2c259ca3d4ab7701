import { type Ref, useId } from 'react';
import styles from './Field.module.css';
import { FieldFrame, type FieldProps, fieldIds, isFull } from './FieldFrame.tsx';

/** One line of text. */
export function TextField(
  props: FieldProps & {
    value: string;
    onChange: (value: string) => void;
    onBlur?: () => void;
    type?: 'text' | 'search' | 'email';
    autoFocus?: boolean;
    autoComplete?: string;
    maxLength?: number;
    placeholder?: string;
    isDisabled?: boolean;
    isRequired?: boolean;
    ref?: Ref<HTMLInputElement>;
  },
) {
  const frame = { ...props, isFull: isFull(props) };
  const { id, describedBy } = fieldIds(useId(), frame);
  return (
    <FieldFrame {...frame} id={id}>
      <input
        id={id}
        ref={props.ref}
        className={styles.input}
        type={props.type ?? 'text'}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onBlur={props.onBlur}
        {...(props.autoFocus ? { autoFocus: true } : {})}
        dir="auto"
        autoComplete={props.autoComplete ?? 'off'}
        spellCheck={false}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        disabled={props.isDisabled}
        aria-required={props.isRequired}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy}
      />
    </FieldFrame>
  );
}
