/*
 * A feature adds its catalogue in three places: `en-GB/<feature>.json`, `cy/<feature>.json`, and one import line each in
 * enGB.ts and cy.ts. They are two files so that the window loads only the language it shows.
 */
import { cy } from './cy.ts';
import { enGB } from './enGB.ts';

export const languages = ['en-GB', 'cy'] as const;
export type Language = (typeof languages)[number];

/** Both catalogues, for the core (documents are made in either language) and for `build/check-messages.ts`. */
export const catalogues = { 'en-GB': enGB, cy } as const;

type Catalogue = typeof enGB;
type Singular<K> = K extends `${infer Stem}_${'one' | 'other'}` ? Stem : K;

/** A namespace: the name of a catalogue file. */
export type Namespace = keyof Catalogue;

/** Every message key, as `namespace.key`; a plural is named without its category. */
export type MessageKey = {
  [N in Namespace]: `${N}.${Singular<keyof Catalogue[N]> & string}`;
}[Namespace];
