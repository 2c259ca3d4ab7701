import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './Card.module.css';

/** A part of a page with its own heading. `takesFocus`: it opened by a press, and whoever pressed is met by its title. */
export function Card(props: {
  title?: string;
  level?: 2 | 3;
  children: ReactNode;
  action?: ReactNode;
  takesFocus?: boolean;
}) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const takesFocus = props.takesFocus ?? false;
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const Heading = props.level === 3 ? 'h3' : 'h2';
  if (!props.title) return <div className={styles.card}>{props.children}</div>;
  return (
    <section className={styles.card} aria-labelledby={id}>
      <Heading id={id} ref={heading} {...(takesFocus ? { tabIndex: -1 } : {})}>
        {props.title}
      </Heading>
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
