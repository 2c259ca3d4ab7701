import type { ReactNode } from 'react';
import styles from '../styles/Layout.module.css';

/** Things under one another, on the 8 px grid. */
export function Stack(props: { children: ReactNode; gap?: 'close' | 'normal' | 'loose' }) {
  const gap = props.gap === 'close' ? styles.close : props.gap === 'loose' ? styles.loose : '';
  return <div className={`${styles.stack} ${gap}`}>{props.children}</div>;
}

/** Things beside one another, wrapping. `apart` pushes first and last to the edges. */
export function Row(props: { children: ReactNode; apart?: boolean }) {
  return <div className={`${styles.row} ${props.apart ? styles.apart : ''}`}>{props.children}</div>;
}

/** A text of several lines that somebody else wrote, in the face of the interface, line breaks kept. */
export function Lines(props: { children: ReactNode }) {
  return <div className={styles.lines}>{props.children}</div>;
}

/** A quieter line of explanation. */
export function Quiet(props: { children: ReactNode; small?: boolean; id?: string }) {
  return (
    <p id={props.id} className={`${styles.quiet} ${props.small ? styles.small : ''}`}>
      {props.children}
    </p>
  );
}
