import type { ReactNode } from 'react';
import styles from './Session.module.css';

/** A small labelled answer; nothing at all when there is none. */
export function Field(props: { label: string; children: ReactNode }) {
  if (props.children === '' || props.children === null) return null;
  return (
    <p className={styles.kept}>
      <strong>{props.label}:</strong> {props.children}
    </p>
  );
}
