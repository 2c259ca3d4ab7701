import { useState } from 'react';
import { useText } from '../../i18n.ts';
import { Button } from '../../ui/index.ts';
import { BuiltWords, type WordsUse } from './BuiltWords.tsx';

/** The way to finding words, for a note, a repair or nothing yet. Never offered by itself. */
export function FindWords(props: { about: string | null; uses?: readonly WordsUse[] }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {t('builtWords.open')}
      </Button>
      {isOpen ? <BuiltWords {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
