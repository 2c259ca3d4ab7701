import { useRef, useState } from 'react';
import type { Input, Method } from '../shared/contract/index.ts';
import { type Autosave, useAutosave } from './autosave.ts';

/** Words being written: kept in the window as they are typed and saved privately behind it. */
export function useDraft<M extends Method, V extends object>(options: {
  readonly key: string;
  readonly method: M;
  readonly initial: V;
  readonly toInput: (value: V) => Input<M>;
}): { readonly value: V; readonly change: (part: Partial<V>) => void; readonly autosave: Autosave<V> } {
  const { key, method, toInput } = options;
  const [value, setValue] = useState(options.initial);
  const latest = useRef(value);
  const autosave = useAutosave<M, V>({ key, method, toInput });
  function change(part: Partial<V>) {
    latest.current = { ...latest.current, ...part };
    setValue(latest.current);
    autosave.change(latest.current);
  }
  return { value, change, autosave };
}
