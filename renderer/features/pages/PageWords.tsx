import { type LexicalEditor, mergeRegister } from 'lexical';
import { useEffect, useState } from 'react';
import { isAboutOthers } from '../../../shared/reflection/aboutOneself.ts';
import { markPassages, putInPassage, readPassages } from '../../editor/passages.ts';
import { LookAtWords } from '../../language/LookAtWords.tsx';
import type { LookedAt } from '../../language/lookedAt.ts';
import type { OpenSection } from './usePageDraft.ts';

/** Milliseconds without a key before the page is looked at again. */
const pause = 250;

/** Looks at the words of a page: of the sections about others, and not at what stands there as a quotation. */
export function PageWords(props: {
  sections: readonly OpenSection[];
  /** The editors on the screen, by their section's key. */
  editors: ReadonlyMap<string, LexicalEditor>;
}) {
  const { sections, editors } = props;
  const [isOpen, setOpen] = useState(false);
  const [parts, setParts] = useState<readonly LookedAt[]>([]);
  useEffect(() => {
    if (!isOpen) return;
    const read = () => setParts(partsOf(sections, editors, read));
    read();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unlisten = mergeRegister(
      ...[...editors.values()].map((editor) =>
        editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
          if (dirtyElements.size + dirtyLeaves.size === 0) return;
          clearTimeout(timer);
          timer = setTimeout(read, pause);
        }),
      ),
    );
    return () => {
      clearTimeout(timer);
      unlisten();
    };
  }, [isOpen, sections, editors]);
  if (!sections.some((section) => isAboutOthers(section.prompt))) return null;
  return <LookAtWords parts={parts} onToggle={setOpen} level={2} />;
}

function partsOf(
  sections: readonly OpenSection[],
  editors: ReadonlyMap<string, LexicalEditor>,
  onPutIn: () => void,
): LookedAt[] {
  return sections.flatMap(({ key, prompt }) => {
    const editor = editors.get(key);
    if (editor === undefined || !isAboutOthers(prompt)) return [];
    const { text, quotations } = readPassages(editor.getEditorState());
    return {
      key,
      text,
      theirs: quotations,
      putIn: (word, alternative) => {
        putInPassage(editor, word, word.text, alternative);
        onPutIn();
      },
      mark: (places) => markPassages(editor, places),
    };
  });
}
