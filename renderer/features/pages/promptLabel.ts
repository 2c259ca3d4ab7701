import type { t as Translate } from '../../i18n.ts';

const known = ['happened', 'thinking', 'affected', 'needed'] as const;

/** The question a section answers; a section without one, or with one that this version does not know, holds other words. */
export function promptLabel(t: typeof Translate, prompt: string | null): string {
  const found = known.find((name) => name === prompt);
  return found === undefined ? t('pages.prompt.other') : t(`pages.prompt.${found}`);
}
