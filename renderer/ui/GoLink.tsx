import type { MouseEvent, ReactNode } from 'react';
import { go, type PlaceName, type Places, usePlace } from '../navigation.ts';

/** A link to a place in the app. The address stays as it is; back works. */
export function GoLink<N extends PlaceName>(props: {
  to: N;
  with: Places[N];
  children: ReactNode;
  className?: string | undefined;
  onGo?: () => void;
}) {
  const place = usePlace();
  function follow(event: MouseEvent) {
    event.preventDefault();
    go(...([props.to, props.with] as unknown as Parameters<typeof go<N>>));
    props.onGo?.();
  }
  return (
    <a
      href={`#${props.to}`}
      className={props.className}
      onClick={follow}
      onAuxClick={(event) => event.preventDefault()}
      aria-current={place.at === props.to && sameWith(place.with, props.with) ? 'page' : undefined}
    >
      {props.children}
    </a>
  );
}

function sameWith(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
