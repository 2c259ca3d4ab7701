import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react';
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
    /** What is chosen is kept or sent at once: the arrow keys only move, and the space bar chooses. */
    atOnce?: boolean;
  },
) {
  const options = useRef<HTMLDivElement>(null);
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
      <div
        ref={options}
        role="presentation"
        className={`${styles.options} ${props.layout === 'list' ? styles.list : ''}`}
        onKeyDownCapture={props.atOnce ? onlyMove : undefined}
      >
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
      <ClearButton clear={props.value === null ? undefined : props.clear} options={options} />
    </RadioGroup>
  );
}

/** Moves between the options without choosing one on the way, as a group of radio buttons otherwise does. */
function onlyMove(event: KeyboardEvent<HTMLElement>): void {
  const step = steps.get(event.key);
  if (step === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const radios = [...event.currentTarget.querySelectorAll('input')];
  const at = radios.findIndex((radio) => radio.matches(':focus'));
  radios.at((at + step) % radios.length)?.focus();
}

const steps = new Map([
  ['ArrowRight', 1],
  ['ArrowDown', 1],
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
]);

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
  const options = useRef<HTMLDivElement>(null);
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
      <div ref={options} className={`${styles.options} ${styles.scale}`}>
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
      <ClearButton clear={props.value === null ? undefined : props.clear} options={options} />
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

/** Gone once it is pressed: the focus goes back to what there is to choose. */
function ClearButton(props: { clear: Shared['clear']; options: RefObject<HTMLDivElement | null> }) {
  const { clear, options } = props;
  if (!clear) return null;
  function press(onClear: () => void) {
    onClear();
    options.current?.querySelector('input')?.focus();
  }
  return (
    <div className={styles.clear}>
      <Button kind="plain" onPress={() => press(clear.onClear)}>
        {clear.label}
      </Button>
    </div>
  );
}

function scaleName(number: number, ends: { min: number; max: number; minLabel: string; maxLabel: string }) {
  if (number === ends.min) return `${number}, ${ends.minLabel}`;
  if (number === ends.max) return `${number}, ${ends.maxLabel}`;
  return String(number);
}
