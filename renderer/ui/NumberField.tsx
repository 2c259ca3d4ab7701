import { useId } from 'react';
import styles from './Field.module.css';
import { FieldFrame, type FieldProps, fieldIds } from './FieldFrame.tsx';

/** A number in steps (whole ones by default); null while there is none, or one that is out of bounds or between two steps. */
export function NumberField(
  props: FieldProps & {
    value: number | null;
    /** `isWrong`: something was typed, and it is none of the numbers that may stand here. */
    onChange: (value: number | null, isWrong: boolean) => void;
    min: number;
    max: number;
    step?: number;
  },
) {
  const { id, describedBy } = fieldIds(useId(), props);
  const { min, max, step = 1 } = props;
  function read({ value: typed, validity }: HTMLInputElement) {
    const value = Number(typed);
    const isWithin = typed !== '' && Number.isInteger(value / step) && value >= min && value <= max;
    // What is no number at all reads as an empty text; the browser tells it from a box that was emptied.
    props.onChange(isWithin ? value : null, !isWithin && (typed !== '' || validity.badInput));
  }
  return (
    <FieldFrame {...props} id={id}>
      <input
        id={id}
        className={`${styles.input} ${styles.number}`}
        type="number"
        inputMode={Number.isInteger(step) ? 'numeric' : 'decimal'}
        defaultValue={props.value ?? ''}
        onChange={(event) => read(event.target)}
        min={min}
        max={max}
        step={step}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy}
      />
    </FieldFrame>
  );
}
