import { useId, useRef, useState } from 'react';
import type { Input } from '../../shared/contract/index.ts';
import { call } from '../api.ts';
import { type Autosave, useAutosave } from '../autosave.ts';

/** The calls that keep such a record, each with the one that erases it. */
const eraseBy = {
  'moments.save': 'moments.erase',
  'episodes.save': 'episodes.erase',
  'noticing.save': 'kept.erase',
  'standpoint.save': 'kept.erase',
  'ownStrengths.save': 'kept.erase',
  'learning.save': 'kept.erase',
  'modelling.save': 'kept.erase',
} as const;
type Method = keyof typeof eraseBy;
type Draft<M extends Method> = Omit<Input<M>, 'item'>;

export type KeptRecord<D> = {
  readonly draft: D;
  readonly change: (part: Partial<D>) => void;
  readonly autosave: Autosave<D>;
  /** Makes sure that what is said is in the vault, and that nothing is when nothing is said. False when it could not be saved. */
  readonly keep: () => Promise<boolean>;
  /**
   * Leaves nothing behind: what was saved while typing is erased. Resolves with what brings it back from the window's memory,
   * as a new record; null when nothing had been said.
   */
  readonly leave: () => Promise<(() => void) | null>;
};

/**
 * A record that is saved while it is made: it comes to be with the first thing said, and goes again when all of it was
 * taken back. `item` null makes a new one.
 */
export function useKeptRecord<M extends Method>(options: {
  readonly method: M;
  readonly item: string | null;
  readonly initial: Draft<M>;
  readonly isEmpty: (draft: Draft<M>) => boolean;
  readonly toInput: (item: string | null, draft: Draft<M>) => Input<M>;
}): KeptRecord<Draft<M>> {
  const { method, isEmpty } = options;
  const made = useId();
  const item = useRef(options.item);
  const [draft, setDraft] = useState(options.initial);
  // The newest draft, also for a key pressed before React has drawn the last one.
  const latest = useRef(draft);
  const autosave = useAutosave<M, Draft<M>>({
    key: `${method}:${options.item ?? made}`,
    method,
    toInput: (value) => options.toInput(item.current, value),
    onSaved: (output) => {
      item.current = output.item;
    },
  });

  function change(part: Partial<Draft<M>>) {
    const next = { ...latest.current, ...part };
    latest.current = next;
    setDraft(next);
    if (!isEmpty(next)) autosave.change(next);
    else if (options.item !== null) autosave.forget();
    // What was begun here and taken back is gone at once: leaving or a lock must not keep it. What fails is tried when it is left.
    else void discardIf(isEmpty).catch(() => undefined);
  }

  async function keep() {
    if (!isEmpty(latest.current)) return autosave.flush();
    await discardIf(isEmpty);
    return true;
  }

  /** Erases what is in the vault, unless something else was said while a save was under way. */
  async function discardIf(isLeft: (draft: Draft<M>) => boolean) {
    autosave.forget();
    // Only when it is through is it known what there is to erase.
    await autosave.settled();
    if (!isLeft(latest.current)) return;
    // A save that failed meanwhile would be tried again.
    autosave.forget();
    const { current } = item;
    if (current === null) return;
    item.current = null;
    const erase: (typeof eraseBy)[Method] = eraseBy[method];
    try {
      await call(erase, { item: current });
    } catch (failure) {
      // It is still there, for the next try; unless words typed meanwhile have become a record of their own.
      item.current ??= current;
      throw failure;
    }
  }

  async function leave() {
    const left = latest.current;
    await discardIf(() => true);
    if (isEmpty(left)) return null;
    return () => void call(method, options.toInput(null, left)).catch(() => undefined);
  }

  return { draft, change, autosave, keep, leave };
}
