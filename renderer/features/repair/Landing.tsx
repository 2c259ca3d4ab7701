import type { ReactNode } from 'react';

/** Takes the focus, once, when `isHere` becomes true: the control that had it is gone, and it goes on from here. */
export function Landing({ isHere, children }: { isHere: boolean; children: ReactNode }) {
  return (
    <div tabIndex={isHere ? -1 : undefined} ref={isHere ? takeFocus : null}>
      {children}
    </div>
  );
}

function takeFocus(node: HTMLElement | null) {
  node?.focus();
}
