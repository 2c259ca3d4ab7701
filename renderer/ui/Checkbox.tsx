import { type ReactNode, useId } from 'react';
import styles from './Checkbox.module.css';

/** Yes or not. Never ticked beforehand where a person gives something away. */
export function Checkbox(props: {
  children: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  description?: ReactNode;
  isDisabled?: boolean;
}) {
  const id = useId();
  return (
    <span className={styles.checkbox}>
      <input
        id={id}
        className={styles.input}
        type="checkbox"
        checked={props.isSelected}
        onChange={(event) => props.onChange(event.target.checked)}
        disabled={props.isDisabled}
        aria-describedby={props.description ? `${id}-description` : undefined}
      />
      <label htmlFor={id} className={styles.label}>
        {props.children}
      </label>
      {props.description ? (
        <span id={`${id}-description`} className={styles.description}>
          {props.description}
        </span>
      ) : null}
    </span>
  );
}
