import type { ReactNode } from 'react';
import type { Called } from '../api.ts';
import { useOpening } from '../useOpening.ts';
import { Button, EmptyState, Loaded, Page, Row, Stack } from '../ui/index.ts';

/**
 * A page of entries kept for their owner alone: a button that opens a new one in place of the list, and the list. What is being
 * said is saved already; it joins the list once it is kept.
 */
export function KeptPage<E>(props: {
  title: string;
  lead: string;
  /** The way back to the page above. */
  above: ReactNode;
  add: string;
  empty: string;
  list: Called<{ readonly entries: readonly E[] }>;
  /** A new entry's form; `onDone` closes it. */
  form: (onDone: () => void) => ReactNode;
  /** One entry, with a key. */
  entry: (entry: E) => ReactNode;
  /** Buttons beside the one that adds, once there are entries. */
  beside?: ReactNode;
  /** What follows the list once there are entries. */
  after?: (entries: readonly E[]) => ReactNode;
}) {
  const adding = useOpening();
  const count = props.list.value?.entries.length ?? 0;
  return (
    <Page title={props.title} lead={props.lead} above={props.above}>
      {adding.isOpen ? (
        props.form(adding.leave)
      ) : (
        <Stack gap="loose">
          {/* Outside what is read: also where the list cannot be, something can be said. */}
          <Row>
            <Button kind="primary" autoFocus={adding.wasLeft} onPress={adding.open}>
              {props.add}
            </Button>
            {count === 0 ? null : props.beside}
          </Row>
          <Loaded call={props.list}>
            {({ entries }) =>
              entries.length === 0 ? (
                <EmptyState>
                  <p>{props.empty}</p>
                </EmptyState>
              ) : (
                <>
                  <Stack>{entries.map(props.entry)}</Stack>
                  {props.after?.(entries)}
                </>
              )
            }
          </Loaded>
        </Stack>
      )}
    </Page>
  );
}
