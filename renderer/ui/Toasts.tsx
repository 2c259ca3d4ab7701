import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useText } from '../i18n.ts';
import { Button } from './Button.tsx';
import styles from './Toasts.module.css';

type ToastEntry = { readonly id: number; readonly text: string; readonly undo: (() => void) | null };

/** Milliseconds. With Undo, long enough to read, reach and press it by keyboard; the clock stands while pointed at or focused. */
const shownFor = { withUndo: 20_000, without: 8_000 };

const listeners = new Set<() => void>();
let toasts: readonly ToastEntry[] = [];
let nextId = 1;

/** Says that something happened, with a way to undo it. For what went wrong use a Notice, which stays. */
export function toast(text: string, undo?: () => void): void {
  // What was said before is said; what can still be undone stays until its time is over.
  const others = toasts.filter((entry) => entry.undo !== null);
  set([...others.slice(-2), { id: nextId++, text, undo: undo ?? null }]);
}

export function clearToasts(): void {
  set([]);
}

function set(next: readonly ToastEntry[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where toasts appear. Once, in the app. */
export function Toasts() {
  const { t } = useText();
  const entries = useSyncExternalStore(subscribe, () => toasts);
  return (
    <section className={styles.region} aria-label={t('common.toast.region')} aria-live="polite">
      {entries.map((entry) => (
        <ToastBox key={entry.id} entry={entry} />
      ))}
    </section>
  );
}

function ToastBox({ entry }: { entry: ToastEntry }) {
  const { t } = useText();
  const [isHeld, setHeld] = useState(false);
  const { id } = entry;
  const hasUndo = entry.undo !== null;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => remove(id), hasUndo ? shownFor.withUndo : shownFor.without);
    return () => clearTimeout(timer);
  }, [isHeld, id, hasUndo]);
  // Pointed at or focused: the clock stands.
  const holding = {
    onPointerEnter: () => setHeld(true),
    onPointerLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  };
  return (
    <div className={styles.toast} {...holding}>
      <span>{entry.text}</span>
      {entry.undo === null ? null : (
        <Button
          onPress={() => {
            entry.undo?.();
            remove(id);
          }}
        >
          {t('common.undo')}
        </Button>
      )}
      <Button kind="plain" label={t('common.toast.dismiss')} onPress={() => remove(id)}>
        <X size={18} aria-hidden="true" />
      </Button>
    </div>
  );
}

function remove(id: number): void {
  set(toasts.filter((entry) => entry.id !== id));
}
