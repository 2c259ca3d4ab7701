import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Page.module.css';

/**
 * A page: one title, at most one primary action, then its content. Focus moves to the title when the page is shown, so
 * that a screen reader says where one is; `focusTitle={false}` where the page puts focus somewhere better itself.
 */
export function Page(props: {
  title: string;
  lead?: ReactNode;
  action?: ReactNode;
  /** Above the title: a GoLink back, or a state. */
  above?: ReactNode;
  children: ReactNode;
  focusTitle?: boolean;
  /** Takes the whole width: the joint session. */
  wide?: boolean;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const focusTitle = props.focusTitle ?? true;
  useEffect(() => {
    if (focusTitle) heading.current?.focus({ preventScroll: true });
    window.scrollTo?.(0, 0);
  }, [focusTitle]);
  return (
    <div className={`${styles.page} ${props.wide ? styles.wide : ''}`}>
      <div className={styles.head}>
        {props.above}
        <div className={styles.titleRow}>
          <h1 ref={heading} tabIndex={-1}>
            {props.title}
          </h1>
          {props.action}
        </div>
        {props.lead ? <p className={styles.lead}>{props.lead}</p> : null}
      </div>
      {props.children}
    </div>
  );
}
