import { type KeyboardEvent, type Ref, useId } from 'react';
import styles from './Field.module.css';
import { FieldFrame, type FieldProps, fieldIds, isFull } from './FieldFrame.tsx';

/** Several lines of plain text; grows with what is written. `writing` sets it in the writing face and size. */
export function TextArea(
  props: FieldProps & {
    value: string;
    onChange: (value: string) => void;
    onBlur?: () => void;
    onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
    writing?: boolean;
    /** Starts one line high. */
    short?: boolean;
    autoFocus?: boolean;
    maxLength?: number;
    placeholder?: string;
    isDisabled?: boolean;
    ref?: Ref<HTMLTextAreaElement>;
  },
) {
  const frame = { ...props, isFull: isFull(props) };
  const { id, describedBy } = fieldIds(useId(), frame);
  const look = `${styles.input} ${styles.area} ${props.writing ? styles.writing : ''} ${props.short ? styles.oneLine : ''}`;
  return (
    <FieldFrame {...frame} id={id}>
      <textarea
        id={id}
        ref={props.ref}
        className={look}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onBlur={props.onBlur}
        onKeyDown={props.onKeyDown}
        {...(props.autoFocus ? { autoFocus: true } : {})}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        disabled={props.isDisabled}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy}
      />
    </FieldFrame>
  );
}
