import type { ReactNode } from 'react';
import { useText } from '../i18n.ts';
import styles from './Field.module.css';
import layout from '../styles/Layout.module.css';

export type FieldProps = {
  readonly label: string;
  /** Hides the label from sight where the heading above says the same; it stays for screen readers. */
  readonly hideLabel?: boolean | undefined;
  readonly description?: ReactNode;
  /** A plain sentence with what to do; null or undefined when all is well. */
  readonly error?: string | null | undefined;
  /** Says "optional" after the label. */
  readonly optional?: boolean | undefined;
  /** Takes the whole width instead of 40 rem. */
  readonly wide?: boolean | undefined;
  /** It holds no more: a paste is cut there without a word, so the frame says it. */
  readonly isFull?: boolean | undefined;
};

export type FieldIds = { readonly id: string; readonly describedBy: string | undefined };

/** The ids that tie a control to its label, description and error. */
export function fieldIds(id: string, props: FieldProps): FieldIds {
  const described = [
    props.description ? `${id}-description` : null,
    props.isFull ? `${id}-full` : null,
    props.error ? `${id}-error` : null,
  ];
  return { id, describedBy: described.filter((part) => part !== null).join(' ') || undefined };
}

/** Whether a field of this length takes in nothing more. */
export function isFull(props: { readonly value: string; readonly maxLength?: number | undefined }): boolean {
  return props.maxLength !== undefined && props.value.length >= props.maxLength;
}

/** Label above, description, control, error below: the same for every field. */
export function FieldFrame(props: FieldProps & { id: string; children: ReactNode; beforeError?: ReactNode }) {
  const { t } = useText();
  return (
    <div className={`${styles.field} ${props.wide ? styles.wide : ''}`}>
      <label htmlFor={props.id} className={props.hideLabel ? layout.visuallyHidden : styles.label}>
        {props.label}
        {props.optional ? <span className={styles.optional}> ({t('common.field.optional')})</span> : null}
      </label>
      {props.description ? (
        <div id={`${props.id}-description`} className={styles.description}>
          {props.description}
        </div>
      ) : null}
      {props.children}
      {props.beforeError}
      {props.isFull ? (
        <div id={`${props.id}-full`} className={styles.full} role="status">
          {t('common.field.full')}
        </div>
      ) : null}
      {props.error ? (
        <div id={`${props.id}-error`} className={styles.error} role="alert">
          {props.error}
        </div>
      ) : null}
    </div>
  );
}
