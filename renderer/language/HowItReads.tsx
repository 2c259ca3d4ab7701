import { useMemo, useState } from 'react';
import {
  fewestWords,
  likenessOf,
  lixOf,
  type Measured,
  measureText,
} from '../../shared/language/readability.ts';
import type { WrittenLanguage } from '../../shared/language/sentences.ts';
import { useText } from '../i18n.ts';
import { Button, Quiet, Stack } from '../ui/index.ts';
import styles from './Language.module.css';

/** A sentence of fewer words is not worth pointing at. */
const longSentence = 25;

/** How plainly a text reads, in words; the formula and its figure folded below. Worked out here and kept nowhere. */
export function HowItReads(props: { text: string; language: WrittenLanguage }) {
  const { t, formatNumber } = useText();
  const { text, language } = props;
  const measured = useMemo(() => measureText(text, language), [text, language]);
  const { words, sentences, longest } = measured;
  const lix = language === 'cy' ? null : lixOf(measured);
  return (
    <section aria-label={t('language.reads')}>
      <Stack gap="close">
        <p className={styles.title}>{t('language.reads')}</p>
        {words === 0 ? (
          <p>{t('language.reads.none')}</p>
        ) : (
          <ul className={styles.lines}>
            <Likeness lix={words < fewestWords ? null : lix} language={language} />
            <li>{t('language.reads.sentence', { words: formatNumber(Math.round(words / sentences)) })}</li>
            {longest !== null && longest.words >= longSentence ? (
              <li>
                {t('language.reads.longest', { words: formatNumber(longest.words) })}{' '}
                <span lang={language}>{firstWords(text.slice(longest.start, longest.end))}</span>
              </li>
            ) : null}
            <li>{t(...longWordsIn(measured))}</li>
          </ul>
        )}
        {lix === null ? null : <Formula measured={measured} lix={lix} />}
      </Stack>
    </section>
  );
}

function Likeness(props: { lix: number | null; language: WrittenLanguage }) {
  const { t } = useText();
  if (props.language === 'cy') return <li>{t('language.reads.notForWelsh')}</li>;
  return (
    <li>
      {props.lix === null ? t('language.reads.short') : t(`language.reads.like.${likenessOf(props.lix)}`)}
    </li>
  );
}

function Formula({ measured, lix }: { measured: Measured; lix: number }) {
  const { t, formatNumber } = useText();
  const [isOpen, setOpen] = useState(false);
  const one = (value: number) => formatNumber(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  // No heading of its own: how deep it would stand depends on where the words are looked at.
  return (
    <Stack gap="close">
      <div>
        <Button kind="plain" isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t('language.formula')}
        </Button>
      </div>
      {isOpen ? (
        <>
          <p>
            {t('language.formula.lix', {
              length: one(measured.words / measured.sentences),
              long: one((100 * measured.longWords) / measured.words),
              lix: one(lix),
            })}
          </p>
          <Quiet>{t('language.formula.scale')}</Quiet>
          <Quiet>{t('language.formula.knows')}</Quiet>
        </>
      ) : null}
    </Stack>
  );
}

/** In words, as one in so many. */
function longWordsIn({ words, longWords }: Measured): Parameters<ReturnType<typeof useText>['t']> {
  if (longWords * 2 > words) return ['language.reads.long.most'];
  if (longWords * 10 < words) return ['language.reads.long.few'];
  return ['language.reads.long.oneIn', { number: Math.round(words / longWords) }];
}

function firstWords(sentence: string): string {
  const words = sentence.split(/\s+/);
  return words.length <= 8 ? sentence : `${words.slice(0, 8).join(' ')} …`;
}
