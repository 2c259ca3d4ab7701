import { useState } from 'react';
import type { Method } from '../../../shared/contract/index.ts';
import { type AutosaveOptions, useAutosave } from '../../autosave.ts';

/** The fields of a working copy of mine while they are being written: each change is kept by itself. */
export function useDraftBody<M extends Method, B extends object>(initial: B, saving: AutosaveOptions<M, B>) {
  const [body, setBody] = useState(initial);
  const autosave = useAutosave(saving);
  function change(part: Partial<B>) {
    const next = { ...body, ...part };
    setBody(next);
    autosave.change(next);
  }
  return { body, change, autosave };
}
