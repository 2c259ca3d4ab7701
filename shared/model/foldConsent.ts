import type { ConsentAnswerBody, ConsentRequestBody } from './evidence.ts';

export type ConsentStatement<Body> = {
  readonly item: string;
  readonly owner: string;
  readonly subject: string | null;
  readonly body: Body;
};

/**
 * What the asker is told. `notIncluded` is the one answer for silence, a no, a yes taken back and a yes that has run
 * out: declining leaves no count, no reason and no gap (EXPERIENCE.md, rule 1).
 */
export type ConsentState = 'notNeeded' | 'notAsked' | 'notIncluded' | 'included';

/** A line as far as consent goes. `textHash` must have been worked out from `text`, not read from anywhere. */
export type ConsentLine = {
  readonly author: string;
  readonly text: string;
  readonly textHash: string;
  readonly wordsOf: { readonly identity: string } | null;
  readonly requests: readonly string[];
};

/** Whether a line of mine or of another may leave with my pack of this purpose and audience on this day (YYYY-MM-DD). */
export function foldConsent(
  me: string,
  line: ConsentLine,
  requests: readonly ConsentStatement<ConsentRequestBody>[],
  answers: readonly ConsentStatement<ConsentAnswerBody>[],
  pack: { readonly profile: string; readonly audience: string },
  today: string,
): ConsentState {
  const { wordsOf } = line;
  if (wordsOf === null) return line.author === me ? 'notNeeded' : 'notAsked';
  const asked = requests.filter(
    ({ item, owner, body }) =>
      line.requests.includes(item) &&
      owner === me &&
      body.text === line.text &&
      body.textHash === line.textHash &&
      body.profile === pack.profile &&
      body.audience === pack.audience,
  );
  if (asked.length === 0) return 'notAsked';
  const isGiven = asked.some(
    (request) =>
      today <= request.body.until &&
      answers.some(
        ({ owner, subject, body }) =>
          owner !== me &&
          owner === wordsOf.identity &&
          subject === request.item &&
          body.answer === 'yes' &&
          body.textHash === line.textHash,
      ),
  );
  return isGiven ? 'included' : 'notIncluded';
}

export function mayLeave(state: ConsentState): boolean {
  return state === 'notNeeded' || state === 'included';
}
