import type { ReactNode } from 'react';
import layout from '../styles/Layout.module.css';
import { Checkbox } from './Checkbox.tsx';
import styles from './Several.module.css';
import type { Option } from './Select.tsx';

/** Any number of a few, all in sight, none ticked beforehand. */
export function Several<V extends string>(props: {
  label: string;
  hideLabel?: boolean;
  description?: ReactNode;
  value: readonly V[];
  onChange: (value: V[]) => void;
  options: readonly Option<V>[];
}) {
  const { value, onChange } = props;
  return (
    <fieldset className={styles.several}>
      <legend className={props.hideLabel ? layout.visuallyHidden : styles.label}>{props.label}</legend>
      {props.description ? <div className={styles.description}>{props.description}</div> : null}
      <div className={styles.options}>
        {props.options.map((option) => (
          <Checkbox
            key={option.value}
            isSelected={value.includes(option.value)}
            onChange={(isSelected) =>
              onChange(
                isSelected ? [...value, option.value] : value.filter((chosen) => chosen !== option.value),
              )
            }
          >
            {option.label}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
