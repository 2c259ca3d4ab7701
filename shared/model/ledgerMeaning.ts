/** What the ledger records: acts that give something away or bind somebody. */
export const ledgerActs = [
  'joined',
  'ended',
  'devices',
  'given',
  'consent',
  'signature',
  'export',
  'erasure',
] as const;
export type LedgerAct = (typeof ledgerActs)[number];

/** Something an entry is about, as far as this vault still knows it. `words` are a title or a text of its own. */
export type LedgerThing =
  | { readonly thing: 'session' | 'record'; readonly date: string }
  | { readonly thing: 'pack' | 'text'; readonly words: string }
  | {
      readonly thing:
        | 'sessions'
        | 'signature'
        | 'agreement'
        | 'choice'
        | 'indicator'
        | 'repair'
        | 'line'
        | 'circle'
        | 'third'
        | 'thirdInvite'
        | 'pair'
        | 'parting'
        | 'phrase'
        | 'other'
        | 'everything'
        | 'agreementRecord'
        | 'leavingRecord'
        | 'pages'
        | 'learning'
        | 'strengths'
        | 'ledger';
    };

/** An entry of the ledger in the terms of a sentence: what was done, with whom, about what. */
export type LedgerMeaning = {
  readonly did:
    | 'joined'
    | 'joinedCircle'
    | 'thirdAsked'
    | 'thirdCame'
    | 'joinedThird'
    | 'endedThird'
    | 'ended'
    | 'devices'
    | 'ownDevices'
    | 'ownDevice'
    | 'given'
    | 'consentGiven'
    | 'consentTaken'
    | 'consent'
    | 'signature'
    | 'export'
    | 'erasure';
  /** The others it concerns; empty when it concerns nobody, or nobody known here any more. */
  readonly people: readonly { readonly identity: string; readonly name: string }[];
  /** Empty when what it was about is no longer here. */
  readonly things: readonly LedgerThing[];
};
