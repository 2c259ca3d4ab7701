import type { Text } from '../../i18n.ts';

/** "Promised by Jane Example, Director, on 1 October 2026". */
export function promisedBy(
  { t, formatDate }: Pick<Text, 't' | 'formatDate'>,
  promise: { readonly by: string; readonly leaderRole: string; readonly on: string | null },
): string {
  const named = [promise.by, promise.leaderRole].filter((part) => part.trim() !== '').join(', ');
  const who = named === '' ? t('agreement.never.unnamed') : named;
  if (promise.on === null) return t('agreement.never.promisedBy', { who });
  return t('agreement.never.promisedByOn', { who, date: formatDate(promise.on) });
}
