import { isWayInPrompt } from '../../../shared/reflection/promptSets.ts';
import type { t as Translate } from '../../i18n.ts';

/** The question a section answers; a section without one, or with one that this version does not know, holds other words. */
export function promptLabel(t: typeof Translate, prompt: string | null): string {
  return prompt === null || !isWayInPrompt(prompt)
    ? t('pages.prompt.other')
    : t(`reflection.prompt.${prompt}`);
}
