import { useId } from 'react';
import styles from './Field.module.css';
import { FieldFrame, type FieldProps, fieldIds } from './FieldFrame.tsx';

export type Option<V extends string> = { readonly value: V; readonly label: string };

/** One of many. The platform's own list: every keyboard and screen reader already knows it. Null is "not chosen". */
export function Select<V extends string>(
  props: FieldProps & {
    value: V | null;
    onChange: (value: V) => void;
    options: readonly Option<V>[];
    /** Text of the empty first line while nothing is chosen. */
    placeholder?: string;
    isDisabled?: boolean;
  },
) {
  const { id, describedBy } = fieldIds(useId(), props);
  return (
    <FieldFrame {...props} id={id}>
      <select
        id={id}
        className={`${styles.input} ${styles.select}`}
        value={props.value ?? ''}
        onChange={(event) => {
          const chosen = props.options.find((option) => option.value === event.target.value);
          if (chosen) props.onChange(chosen.value);
        }}
        disabled={props.isDisabled}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy}
      >
        {props.value === null ? <option value="">{props.placeholder ?? ''}</option> : null}
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
