import { lazy, Suspense, useState } from 'react';
import { useText } from '../i18n.ts';
import { Disclosure } from '../ui/index.ts';
import type { LookedAt } from './lookedAt.ts';

const Looking = lazy(async () => ({ default: (await import('./Looking.tsx')).Looking }));

/**
 * Words on two lists, and how plainly a text reads, for whoever asks: it opens by a press and by nothing else, changes
 * nothing by itself, and knows nothing once it is closed. This room never calls the core, so that no figure of anybody's
 * writing can be kept. Where it may stand is held by `build/layers.ts`: where people write about others' lives, never on
 * a rupture, a moment or anything else about oneself.
 */
export function LookAtWords(props: {
  /** What is looked at; read only while it is open. */
  parts: readonly LookedAt[];
  onToggle?: (isOpen: boolean) => void;
  level?: 2 | 3 | 4;
}) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure
      title={t('language.open')}
      level={props.level ?? 3}
      isOpen={isOpen}
      onToggle={(opened) => {
        setOpen(opened);
        props.onToggle?.(opened);
      }}
    >
      {isOpen ? (
        <Suspense>
          <Looking parts={props.parts} />
        </Suspense>
      ) : null}
    </Disclosure>
  );
}
