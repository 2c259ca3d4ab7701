import type { NotedWeight } from '../../../shared/model/residue.ts';
import type { Text } from '../../i18n.ts';

/** A curve in words: "8 of 10 on 14 May 2026, then 3 of 10 on 2 July 2026". */
export function curveInWords(
  { t, formatDate }: Pick<Text, 't' | 'formatDate'>,
  curve: readonly NotedWeight[],
): string {
  return curve
    .map(({ day, weight }, index) =>
      t(index === 0 ? 'lookingBack.weight.first' : 'lookingBack.weight.then', {
        date: formatDate(day),
        weight,
      }),
    )
    .join(', ');
}
