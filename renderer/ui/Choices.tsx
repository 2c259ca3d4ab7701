import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup, Text } from 'react-aria-components';
import layout from '../styles/Layout.module.css';
import { Button } from './Button.tsx';
import styles from './Choices.module.css';
import type { Option } from './Select.tsx';

type Shared = {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly description?: ReactNode;
  /** Text of a button that takes the answer back, where "not said" is a full answer. */
  readonly clear?: { readonly label: string; readonly onClear: () => void } | undefined;
  readonly isDisabled?: boolean | undefined;
};

/** One of a few, all in sight. Null means nothing chosen: nothing is ever preset for the person. */
export function Choices<V extends string>(
  props: Shared & {
    value: V | null;
    onChange: (value: V) => void;
    options: readonly (Option<V> & { readonly description?: string })[];
    layout?: 'chips' | 'list';
  },
) {
  return (
    <RadioGroup
      className={styles.group ?? ''}
      value={props.value}
      onChange={(value) => {
        const chosen = props.options.find((option) => option.value === value);
        if (chosen) props.onChange(chosen.value);
      }}
      isDisabled={props.isDisabled ?? false}
    >
      <GroupHead {...props} />
      <div className={`${styles.options} ${props.layout === 'list' ? styles.list : ''}`}>
        {props.options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles.option ?? ''}>
            <span className={styles.mark} aria-hidden="true" />
            <span>
              {option.label}
              {option.description ? <span className={styles.description}> {option.description}</span> : null}
            </span>
          </Radio>
        ))}
      </div>
      <ClearButton clear={props.value === null ? undefined : props.clear} />
    </RadioGroup>
  );
}

/** A number from `min` to `max` in one row, arrow keys included, with words at both ends. Null until chosen. */
export function Scale(
  props: Shared & {
    value: number | null;
    onChange: (value: number) => void;
    min: number;
    max: number;
    minLabel: string;
    maxLabel: string;
  },
) {
  const numbers = Array.from({ length: props.max - props.min + 1 }, (_, index) => props.min + index);
  return (
    <RadioGroup
      className={styles.group ?? ''}
      value={props.value === null ? null : String(props.value)}
      onChange={(value) => props.onChange(Number(value))}
      orientation="horizontal"
      isDisabled={props.isDisabled ?? false}
    >
      <GroupHead {...props} />
      <div className={`${styles.options} ${styles.scale}`}>
        {numbers.map((number) => (
          <Radio
            key={number}
            value={String(number)}
            className={styles.option ?? ''}
            aria-label={scaleName(number, props)}
          >
            <span aria-hidden="true">{number}</span>
          </Radio>
        ))}
      </div>
      <div className={styles.ends} aria-hidden="true">
        <span>{props.minLabel}</span>
        <span>{props.maxLabel}</span>
      </div>
      <ClearButton clear={props.value === null ? undefined : props.clear} />
    </RadioGroup>
  );
}

function GroupHead(props: Shared) {
  return (
    <>
      <Label className={(props.hideLabel ? layout.visuallyHidden : styles.label) ?? ''}>{props.label}</Label>
      {props.description ? (
        <Text slot="description" className={styles.description ?? ''}>
          {props.description}
        </Text>
      ) : null}
    </>
  );
}

function ClearButton(props: { clear: Shared['clear'] }) {
  if (!props.clear) return null;
  return (
    <div className={styles.clear}>
      <Button kind="plain" onPress={props.clear.onClear}>
        {props.clear.label}
      </Button>
    </div>
  );
}

function scaleName(number: number, ends: { min: number; max: number; minLabel: string; maxLabel: string }) {
  if (number === ends.min) return `${number}, ${ends.minLabel}`;
  if (number === ends.max) return `${number}, ${ends.maxLabel}`;
  return String(number);
}
