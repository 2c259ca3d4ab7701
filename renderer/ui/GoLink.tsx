import type { MouseEvent, ReactNode } from 'react';
import { go, type PlaceName, type Places, usePlace } from '../navigation.ts';

/** A link to a place in the app. The address stays as it is; back works. */
export function GoLink<N extends PlaceName>(props: {
  to: N;
  with: Places[N];
  children: ReactNode;
  className?: string | undefined;
  onGo?: () => void;
  /** Its shortcut in aria-keyshortcuts form, such as `Control+K`. */
  keys?: string | undefined;
  /** The page that is shown belongs under this one. */
  isAbove?: boolean;
}) {
  const place = usePlace();
  const isHere = place.at === props.to && sameWith(place.with, props.with);
  function follow(event: MouseEvent) {
    event.preventDefault();
    // Gone to where one is: the heading is what says so.
    if (isHere) document.querySelector<HTMLElement>('main h1')?.focus();
    go(...([props.to, props.with] as unknown as Parameters<typeof go<N>>));
    props.onGo?.();
  }
  return (
    <a
      href={`#${props.to}`}
      className={props.className}
      onClick={follow}
      onAuxClick={(event) => event.preventDefault()}
      aria-current={isHere ? 'page' : props.isAbove ? 'true' : undefined}
      aria-keyshortcuts={props.keys}
    >
      {props.children}
    </a>
  );
}

function sameWith(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
