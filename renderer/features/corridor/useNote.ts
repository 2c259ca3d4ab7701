import { useEffect, useRef, useState } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import { asCallError, type CallError, call } from '../../api.ts';
import { type Autosave, useAutosave } from '../../autosave.ts';

export type CorridorNote = Input<'corridor.save'>;

/**
 * The corridor record that is being written: the one begun earlier, or a new one. What is typed before the earlier one is
 * read comes after its words. `standIn`: the only person there is, and a title while none is given.
 */
export function useNote(standIn: { readonly space: string | null; readonly title: string }): {
  readonly note: CorridorNote;
  readonly change: (part: Partial<CorridorNote>) => void;
  readonly autosave: Autosave<CorridorNote>;
  readonly wasBegun: boolean;
  readonly error: CallError | null;
} {
  const { title } = standIn;
  const [note, setNote] = useState<CorridorNote>({
    space: null,
    title: '',
    text: '',
    decision: { text: '', who: null, because: '' },
    promise: { text: '', due: null },
  });
  const [wasBegun, setBegun] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  // The newest words, also for a key pressed before React has drawn the last one.
  const latest = useRef(note);
  const isRead = useRef(false);
  const autosave = useAutosave({
    key: 'corridor',
    method: 'corridor.save',
    toInput: (value: CorridorNote) => ({
      ...value,
      space: value.space ?? standIn.space,
      title: value.title.trim() || title,
    }),
  });
  const save = autosave.change;

  useEffect(() => {
    let isHere = true;
    call('corridor.note', {}).then(
      ({ note: begun }) => {
        isRead.current = true;
        if (!isHere) return;
        const typed = latest.current.text;
        if (begun !== null) {
          const text = [begun.body.text, typed].filter((part) => part !== '').join('\n');
          const known = begun.body.title === title ? '' : begun.body.title;
          latest.current = { ...begun.body, title: known, text };
          setNote(latest.current);
          setBegun(true);
        }
        if (typed !== '') save(latest.current);
      },
      (failure: unknown) => isHere && setError(asCallError(failure)),
    );
    return () => {
      isHere = false;
    };
  }, [save, title]);

  function change(part: Partial<CorridorNote>) {
    latest.current = { ...latest.current, ...part };
    setNote(latest.current);
    if (isRead.current) save(latest.current);
  }
  return { note: { ...note, space: note.space ?? standIn.space }, change, autosave, wasBegun, error };
}
