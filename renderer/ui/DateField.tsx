import { useId } from 'react';
import styles from './Field.module.css';
import { FieldFrame, type FieldProps, fieldIds } from './FieldFrame.tsx';

/** A civil date, `YYYY-MM-DD`; null while none, or only part of one, is entered. */
export function DateField(
  props: FieldProps & {
    value: string | null;
    onChange: (value: string | null) => void;
    min?: string;
    max?: string;
    isDisabled?: boolean;
  },
) {
  const { id, describedBy } = fieldIds(useId(), props);
  return (
    <FieldFrame {...props} id={id}>
      <input
        id={id}
        className={`${styles.input} ${styles.date}`}
        type="date"
        value={props.value ?? ''}
        onChange={(event) => props.onChange(event.target.value || null)}
        min={props.min}
        max={props.max}
        disabled={props.isDisabled}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy}
      />
    </FieldFrame>
  );
}
