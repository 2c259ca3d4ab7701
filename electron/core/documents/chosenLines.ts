import type { Database } from 'better-sqlite3';
import type { EvidenceView } from '../../../shared/contract/evidence.ts';
import type { PackBody } from '../../../shared/model/evidence.ts';
import { foldConsent } from '../../../shared/model/foldConsent.ts';
import type { GatheredLine } from '../../../shared/model/packPreview.ts';
import { sha256 } from '../items/ids.ts';
import { whoAmI } from '../items/me.ts';
import { getPair } from '../items/pair.ts';
import { draftsOf, type KnownDraft, statementsOf } from '../items/read.ts';
import { stillStands } from './sources.ts';

export type ChosenLine = KnownDraft & { readonly kind: 'evidence' };

/**
 * Every line that is chosen now, newest date first. Another person's words that they have since withdrawn are gone from
 * here as they are from the joint record.
 */
export function chosenLines(db: Database): ChosenLine[] {
  const me = whoAmI(db).identity;
  return draftsOf(db, 'evidence')
    .filter(({ body }) => body.author === me || stillStands(db, body.source.item))
    .sort((one, other) => (one.body.date < other.body.date ? 1 : one.body.date > other.body.date ? -1 : 0));
}

/** Every chosen line with how consent stands for one pack on this day. */
export function gatherLines(db: Database, pack: PackBody, today: string): GatheredLine[] {
  const me = whoAmI(db).identity;
  const lines = chosenLines(db);
  const spaces = new Set(lines.flatMap(({ body }) => (body.wordsOf === null ? [] : [body.wordsOf.space])));
  const said = [...spaces].map((space) => ({
    space,
    requests: statementsOf(db, 'consentRequest', space),
    answers: statementsOf(db, 'consentAnswer', space),
  }));
  return lines.map(({ item, body }) => {
    const here = said.find(({ space }) => space === body.wordsOf?.space);
    // Worked out anew: consent is to what the line says, not to what it claims to say.
    const line = { ...body, textHash: sha256(body.text) };
    const consent = foldConsent(me, line, here?.requests ?? [], here?.answers ?? [], pack, today);
    return { item, body, consent };
  });
}

/** A chosen line as the window sees it. */
export function viewLine(db: Database, line: Pick<ChosenLine, 'item' | 'body'>): Omit<EvidenceView, 'packs'> {
  const { item, body } = line;
  return {
    evidence: item,
    text: body.text,
    authorName: body.authorName,
    mine: body.author === whoAmI(db).identity,
    date: body.date,
    from: body.space === null ? 'page' : 'session',
    tags: body.tags,
    wordsOf:
      body.wordsOf === null
        ? null
        : { space: body.wordsOf.space, name: getPair(db, body.wordsOf.space).other.name },
  };
}
