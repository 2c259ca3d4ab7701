import type { PairStandardBody } from '../shared/model/agreement.ts';
import type { Rhythm } from '../shared/model/rhythm.ts';
import { findStandard, type Standard } from '../shared/standards/index.ts';
import type { Text } from './i18n.ts';

/** How often people mean to meet, in one phrase: "every week until week 6, then every month". */
export function rhythmInWords({ t }: Pick<Text, 't'>, steps: Rhythm['steps']): string {
  const phrases = steps.map(({ every, until }, index) => {
    const often = t(`agreement.rhythm.every.${every.unit}`, { count: every.count });
    if (until !== null)
      return t(`agreement.rhythm.until.${until.unit}`, { every: often, number: until.count });
    return index === 0 ? often : t('agreement.rhythm.then', { every: often });
  });
  const phrase = phrases.join(', ');
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

/** Whether a pair's figures are still those of the standard they began from. */
export function isAsPublished({ rhythm }: PairStandardBody, standard: Standard): boolean {
  return (
    rhythm.minutes === standard.minutes && JSON.stringify(rhythm.steps) === JSON.stringify(standard.steps)
  );
}

/** The standard a pair began from, if this program knows it. */
export function standardOf(body: PairStandardBody): Standard | null {
  return findStandard(body.standard);
}
