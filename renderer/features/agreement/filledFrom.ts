import {
  type ArrangementKey,
  type ArrangementsBody,
  arrangementKeys,
  type PairStandardBody,
} from '../../../shared/model/agreement.ts';
import { addSpan } from '../../../shared/model/rhythm.ts';
import type { Standard } from '../../../shared/standards/index.ts';
import { type Text, todayDate } from '../../i18n.ts';
import { rhythmInWords } from '../../rhythmWords.ts';

/**
 * What stays empty is filled in from a standard, in the language on the screen; what somebody wrote stays. The pair's own
 * figures, where there are some, come before the published ones.
 */
export function filledFrom(
  text: Pick<Text, 't' | 'language'>,
  said: ArrangementsBody,
  from: {
    readonly published: Standard | null;
    readonly standing: PairStandardBody | null;
    /** A later version is looked at again after the longer time. */
    readonly isNext: boolean;
  },
): ArrangementsBody {
  const { published, standing, isNext } = from;
  const figures = standing?.rhythm ?? published;
  const suggested: Partial<Record<ArrangementKey, string>> = {};
  for (const key of arrangementKeys) {
    const words = published?.arrangements[key]?.[text.language];
    if (words !== undefined) suggested[key] = words;
  }
  if (figures !== null) {
    suggested.frequency = rhythmInWords(text, figures.steps);
    suggested.length = text.t('agreement.rhythm.minutes', { count: figures.minutes });
  }
  const values = { ...said.values };
  for (const key of arrangementKeys) {
    const words = suggested[key];
    if (words !== undefined && (values[key] ?? '').trim() === '') values[key] = words;
  }
  if (published !== null) values.standards ??= published.name[text.language];
  const months = isNext ? published?.review.later : published?.review.first;
  const reviewOn =
    said.reviewOn ?? (months === undefined ? null : addSpan(todayDate(), { unit: 'month', count: months }));
  return { ...said, values, reviewOn };
}
