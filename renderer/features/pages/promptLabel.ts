import { isFormalPrompt } from '../../../shared/reflection/formal.ts';
import { isWayInPrompt } from '../../../shared/reflection/promptSets.ts';
import type { t as Translate } from '../../i18n.ts';

/** The question a section answers; a section without one, or with one that this version does not know, holds other words. */
export function promptLabel(t: typeof Translate, prompt: string | null): string {
  if (prompt === null) return t('pages.prompt.other');
  if (isWayInPrompt(prompt) || isFormalPrompt(prompt)) return t(`reflection.prompt.${prompt}`);
  return t('pages.prompt.other');
}
