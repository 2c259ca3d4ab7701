import { useState } from 'react';

export type Opening = {
  readonly isOpen: boolean;
  /** Whether it was closed again: then the button that opens it takes the focus, which would otherwise be nowhere. */
  readonly wasLeft: boolean;
  readonly open: () => void;
  readonly leave: () => void;
};

/** Something that opens in place of the button it is opened with. */
export function useOpening(): Opening {
  const [state, setState] = useState<'closed' | 'open' | 'left'>('closed');
  return {
    isOpen: state === 'open',
    wasLeft: state === 'left',
    open: () => setState('open'),
    leave: () => setState('left'),
  };
}
