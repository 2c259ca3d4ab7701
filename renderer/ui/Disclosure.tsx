import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from 'react-aria-components';
import styles from './Disclosure.module.css';

/** Folded until wanted. What is folded stays in the page but is not read, not in the focus order. */
export function Disclosure(props: {
  title: string;
  children: ReactNode;
  /** Start unfolded. */
  startsOpen?: boolean;
  isOpen?: boolean;
  onToggle?: (isOpen: boolean) => void;
  level?: 2 | 3 | 4;
}) {
  return (
    <AriaDisclosure
      className={styles.disclosure ?? ''}
      defaultExpanded={props.startsOpen ?? false}
      {...(props.isOpen === undefined ? {} : { isExpanded: props.isOpen })}
      {...(props.onToggle ? { onExpandedChange: props.onToggle } : {})}
    >
      <Heading level={props.level ?? 3} className={styles.heading ?? ''}>
        <Button slot="trigger" className={styles.trigger ?? ''}>
          <ChevronRight className={styles.chevron} size={18} aria-hidden="true" />
          {props.title}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className={styles.panel}>{props.children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
