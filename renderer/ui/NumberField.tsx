import { useId } from 'react';
import styles from './Field.module.css';
import { FieldFrame, type FieldProps, fieldIds } from './FieldFrame.tsx';

/** A whole number; null while there is none, or one that is out of bounds. */
export function NumberField(
  props: FieldProps & {
    value: number | null;
    onChange: (value: number | null) => void;
    min: number;
    max: number;
    step?: number;
  },
) {
  const { id, describedBy } = fieldIds(useId(), props);
  const { min, max } = props;
  function read(typed: string) {
    const value = Number(typed);
    const isWithin = typed !== '' && Number.isInteger(value) && value >= min && value <= max;
    props.onChange(isWithin ? value : null);
  }
  return (
    <FieldFrame {...props} id={id}>
      <input
        id={id}
        className={`${styles.input} ${styles.number}`}
        type="number"
        inputMode="numeric"
        defaultValue={props.value ?? ''}
        onChange={(event) => read(event.target.value)}
        min={min}
        max={max}
        step={props.step ?? 1}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy}
      />
    </FieldFrame>
  );
}
