import type { StrengthKind } from '../../../shared/model/strength.ts';
import { useText } from '../../i18n.ts';

/** What one's own entry is, in words: thanks that stay with oneself have not been said. */
export function useOwnKind(): (what: StrengthKind) => string {
  const { t } = useText();
  return (what) => (what === 'thanks' ? t('strengths.own.kind.thanks') : t(`strengths.begin.${what}`));
}
