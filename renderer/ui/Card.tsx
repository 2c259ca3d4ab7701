import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';

/** A part of a page with its own heading. */
export function Card(props: { title?: string; level?: 2 | 3; children: ReactNode; action?: ReactNode }) {
  const id = useId();
  const Heading = props.level === 3 ? 'h3' : 'h2';
  if (!props.title) return <div className={styles.card}>{props.children}</div>;
  return (
    <section className={styles.card} aria-labelledby={id}>
      <Heading id={id}>{props.title}</Heading>
      {props.children}
      {props.action ? <div>{props.action}</div> : null}
    </section>
  );
}

/** Nothing here yet, said without blame, with the one thing to do next. */
export function EmptyState(props: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <div>{props.children}</div>
      {props.action}
    </div>
  );
}
