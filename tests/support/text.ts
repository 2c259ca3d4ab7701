import { catalogues, type Language, type MessageKey } from '../../shared/i18n/index.ts';

/** The words on the screen by their key, as the window has them. Plurals are asked for with their category. */
export function text(language: Language) {
  return (
    key: MessageKey | `${MessageKey}_${string}`,
    values: Record<string, string | number> = {},
  ): string => {
    const dot = key.indexOf('.');
    const namespace = (catalogues[language] as Record<string, Record<string, string>>)[key.slice(0, dot)];
    const message = namespace?.[key.slice(dot + 1)];
    if (message === undefined) throw new Error(`There is no message ${key}.`);
    return message.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
