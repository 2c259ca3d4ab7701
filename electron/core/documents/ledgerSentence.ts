import { longDate } from '../../../shared/i18n/dates.ts';
import { catalogues, type Language, type MessageKey } from '../../../shared/i18n/index.ts';
import type { LedgerMeaning, LedgerThing } from '../../../shared/model/ledgerMeaning.ts';
import { translator } from './documentTexts.ts';

type LedgerKey = Extract<MessageKey, `ledger.${string}`>;

/** The ledger's own messages in a language. */
export function ledgerTexts(
  language: Language,
): (key: LedgerKey, values?: Readonly<Record<string, string | number>>) => string {
  const t = translator(language, catalogues[language].ledger);
  return (key, values) => t(key.slice('ledger.'.length), { ...values });
}

/** Turns what an entry means into one sentence of a language, addressed to the person whose ledger it is. */
export function ledgerSentences(language: Language): (meaning: LedgerMeaning) => string {
  const say = ledgerTexts(language);
  const dates = new Map<string, string>();
  const dateOf = (civil: string): string => {
    const known = dates.get(civil) ?? longDate(language, civil);
    dates.set(civil, known);
    return known;
  };
  const nameThing = (one: LedgerThing): string => {
    if ('date' in one) return say(`ledger.thing.${one.thing}`, { date: dateOf(one.date) });
    if ('words' in one) return say(`ledger.thing.${one.thing}`, { words: firstWords(one.words) });
    return say(`ledger.thing.${one.thing}`);
  };
  return ({ did, people, things }) => {
    const names = people.map((person) => person.name).join(', ') || say('ledger.somebody');
    const what = things.map(nameThing).join('; ');
    switch (did) {
      case 'joined':
      case 'joinedCircle':
      case 'thirdAsked':
      case 'thirdCame':
      case 'joinedThird':
      case 'endedThird':
      case 'ended':
      case 'devices':
      case 'ownDevices':
      case 'ownDevice':
      case 'erasure':
        return say(`ledger.did.${did}`, { names });
      default:
        return what === ''
          ? say(`ledger.did.${did}.gone`, { names })
          : say(`ledger.did.${did}`, { names, what });
    }
  };
}

/** The beginning of a text, on one line: enough to know it again. */
function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`;
}
