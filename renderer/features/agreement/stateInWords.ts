import type { AgreementVersion } from '../../../shared/contract/agreements.ts';
import type { Text } from '../../i18n.ts';

/** Where a version stands, in one sentence. */
export function stateInWords(
  { t, formatDate }: Pick<Text, 't' | 'formatDate'>,
  { state, signedAt }: Pick<AgreementVersion, 'state' | 'signedAt'>,
  otherName: string,
): string {
  if (state === 'signed' && signedAt !== null) {
    return t('agreement.state.signedOn', { date: formatDate(signedAt) });
  }
  return t(`agreement.state.${state}`, { name: otherName });
}
