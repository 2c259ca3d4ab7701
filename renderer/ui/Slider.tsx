import { useId } from 'react';
import { useText } from '../i18n.ts';
import { FieldFrame, type FieldProps, fieldIds } from './FieldFrame.tsx';
import styles from './Slider.module.css';

/**
 * A place between two ends. Null means not said: the first press or arrow key says it. Screen readers hear words
 * (`valueText`), not numbers, when given.
 */
export function Slider(
  props: FieldProps & {
    value: number | null;
    onChange: (value: number) => void;
    min: number;
    max: number;
    step?: number;
    minLabel: string;
    maxLabel: string;
    valueText?: (value: number) => string;
    isDisabled?: boolean;
  },
) {
  const { t } = useText();
  const { id, describedBy } = fieldIds(useId(), props);
  const middle = (props.min + props.max) / 2;
  const { value, onChange } = props;
  const said = value === null ? t('common.field.unset') : (props.valueText?.(value) ?? String(value));
  return (
    <FieldFrame {...props} id={id}>
      <input
        id={id}
        type="range"
        className={`${styles.input} ${value === null ? styles.unset : ''}`}
        min={props.min}
        max={props.max}
        step={props.step ?? 1}
        value={value ?? middle}
        onChange={(event) => onChange(Number(event.target.value))}
        // A press on the middle changes nothing for the browser, but it is an answer.
        onPointerUp={(event) => value === null && onChange(Number(event.currentTarget.value))}
        onKeyDown={(event) => {
          if (value === null && (event.key === ' ' || event.key === 'Enter')) onChange(middle);
        }}
        disabled={props.isDisabled}
        aria-valuetext={said}
        aria-describedby={describedBy}
      />
      <div className={styles.ends} aria-hidden="true">
        <span>{props.minLabel}</span>
        <span>{props.maxLabel}</span>
      </div>
    </FieldFrame>
  );
}
