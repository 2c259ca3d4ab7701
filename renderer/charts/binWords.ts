import type { Bin, BinUnit } from '../../shared/model/lookingBack.ts';
import type { Text } from '../i18n.ts';

/** The days a mark stands for, in words: "14 May 2026", "the week from 11 May 2026", "May 2026". */
export function binInWords(
  { t, formatDate, formatMonth }: Pick<Text, 't' | 'formatDate' | 'formatMonth'>,
  unit: BinUnit,
  bin: Pick<Bin<unknown>, 'from'>,
): string {
  if (unit === 'month') return formatMonth(bin.from);
  const date = formatDate(bin.from);
  return unit === 'week' ? t('charts.week', { date }) : date;
}
