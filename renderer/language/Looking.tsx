import { useEffect, useMemo, useRef, useState } from 'react';
import { type FoundWord, findWords } from '../../shared/language/findWords.ts';
import { useText } from '../i18n.ts';
import { Choices, Quiet, Stack } from '../ui/index.ts';
import { FoundInSentence } from './FoundInSentence.tsx';
import { HowItReads } from './HowItReads.tsx';
import type { LookedAt } from './lookedAt.ts';

type Found = { readonly part: LookedAt; readonly word: FoundWord };

/** One found word at a time, and below them how the text reads. What was left alone is gone until it is opened again. */
export function Looking({ parts }: { parts: readonly LookedAt[] }) {
  const { t, language: shown } = useText();
  const [language, setLanguage] = useState(shown);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [wasAnswered, setAnswered] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const found = useMemo(
    () =>
      parts
        .flatMap((part) =>
          findWords(part.text, { language, theirs: part.theirs ?? [] }).map((word) => ({ part, word })),
        )
        .filter((one) => !left.has(nameOf(one))),
    [parts, language, left],
  );
  useEffect(() => {
    const unmark = parts.map((part) =>
      part.mark?.(found.filter((one) => one.part === part).map(({ word }) => word)),
    );
    return () => {
      for (const end of unmark) end?.();
    };
  }, [parts, found]);
  const [first] = found;

  function answer(work: () => void): void {
    work();
    setAnswered(true);
    // The button that was pressed is gone or means another word now.
    place.current?.focus();
  }

  return (
    <Stack>
      <Quiet>{t('language.lead')}</Quiet>
      <Choices
        label={t('language.written')}
        value={language}
        onChange={setLanguage}
        options={[
          { value: 'en-GB', label: 'English' },
          { value: 'cy', label: 'Cymraeg' },
        ]}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a group of a word and its buttons is no form's fieldset. */}
      <div ref={place} tabIndex={-1} role="group" aria-label={t('language.found')}>
        {first === undefined ? (
          <p>{t(wasAnswered ? 'language.noneLeft' : 'language.none')}</p>
        ) : (
          <FoundInSentence
            text={first.part.text}
            word={first.word}
            language={language}
            onPutIn={(alternative) => answer(() => first.part.putIn(first.word, alternative))}
            onLeave={() => answer(() => setLeft(new Set([...left, nameOf(first)])))}
          />
        )}
      </div>
      <HowItReads text={parts.map((part) => part.text).join('\n')} language={language} />
    </Stack>
  );
}

/** The same place in the same sentence, wherever that sentence has moved to. */
function nameOf({ part, word }: Found): string {
  const sentence = part.text.slice(word.sentence.start, word.sentence.end);
  return `${part.key}\n${word.start - word.sentence.start}\n${sentence}`;
}
