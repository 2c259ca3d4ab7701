import { isFeeling } from '../../../shared/model/feelings.ts';
import { useText } from '../../i18n.ts';

/** Words of the list in the language shown; a word that is not on our list stands as it was written. */
export function useFeelingWords(): (feelings: readonly string[]) => string[] {
  const { t } = useText();
  return (feelings) => feelings.map((feeling) => (isFeeling(feeling) ? t(`feelings.${feeling}`) : feeling));
}
