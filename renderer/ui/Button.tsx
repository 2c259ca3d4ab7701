import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import styles from './Button.module.css';

type ButtonKind = 'primary' | 'quiet' | 'plain' | 'danger';

/**
 * A button. One `primary` a page; `quiet` (the default) has an edge; `plain` looks like a link; `danger` is only for what
 * cannot be undone and never comes first. `keys` is its shortcut in aria-keyshortcuts form, such as `Control+Enter`.
 */
export function Button(props: {
  children: ReactNode;
  onPress?: () => void;
  kind?: ButtonKind;
  type?: 'button' | 'submit';
  isDisabled?: boolean;
  /** True while its work runs: it stays in place and in the focus order, and does nothing. */
  isBusy?: boolean;
  autoFocus?: boolean;
  /** Only where the visible text is not enough on its own ("Show" beside each of ten lines). */
  label?: string;
  describedBy?: string;
  keys?: string;
  isPressed?: boolean;
  isExpanded?: boolean;
  ref?: Ref<HTMLButtonElement>;
}) {
  const kind = props.kind ?? 'quiet';
  return (
    <AriaButton
      className={`${styles.button} ${kind === 'quiet' ? '' : styles[kind]}`}
      type={props.type ?? 'button'}
      isDisabled={props.isDisabled ?? false}
      {...(props.onPress && !props.isBusy ? { onPress: props.onPress } : {})}
      {...(props.ref ? { ref: props.ref } : {})}
      {...(props.autoFocus ? { autoFocus: true } : {})}
      {...(props.label ? { 'aria-label': props.label } : {})}
      {...(props.describedBy ? { 'aria-describedby': props.describedBy } : {})}
      {...(props.isPressed === undefined ? {} : { 'aria-pressed': props.isPressed })}
      {...(props.isExpanded === undefined ? {} : { 'aria-expanded': props.isExpanded })}
      render={(dom) => (
        <button
          {...dom}
          {...(props.keys ? { 'aria-keyshortcuts': props.keys } : {})}
          {...(props.isBusy ? { 'aria-disabled': true } : {})}
        />
      )}
    >
      {props.children}
    </AriaButton>
  );
}
