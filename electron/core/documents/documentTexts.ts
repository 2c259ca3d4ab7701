import i18next, { type TFunction } from 'i18next';
import { longDate } from '../../../shared/i18n/dates.ts';
import { catalogues, type Language, type MessageKey } from '../../../shared/i18n/index.ts';

export type DocumentKey = Extract<MessageKey, `documents.${string}`>;

/** The texts and dates a document is made of, in its own language, whatever the window shows. */
export type DocumentTexts = {
  readonly say: (key: DocumentKey, values?: Readonly<Record<string, string>>) => string;
  /** A civil date (YYYY-MM-DD) in words: "14 May 2026", "14 Mai 2026". */
  readonly date: (civil: string) => string;
  readonly list: (parts: readonly string[]) => string;
};

export function documentTexts(language: Language): DocumentTexts {
  const t = translator(language, catalogues[language].documents);
  return {
    say: (key, values) => t(key.slice('documents.'.length), { ...values }),
    date: (civil) => longDate(language, civil),
    list: (parts) => parts.join(' · '),
  };
}

/** Messages of one catalogue in a language, whatever the window shows. Nothing is escaped: whoever prints it does that. */
export function translator(language: Language, messages: Readonly<Record<string, string>>): TFunction {
  const i18n = i18next.createInstance();
  void i18n.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: messages } },
  });
  return i18n.t;
}
