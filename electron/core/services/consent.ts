import type { Input, Output } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { civilDate } from '../documents/civilDate.ts';
import { appendLedger } from '../exchange/ledger.ts';
import { inOneTransaction, saveDraft, say, showDraft, withdraw } from '../items/commit.ts';
import { sha256 } from '../items/ids.ts';
import { whoAmI } from '../items/me.ts';
import { listPairs } from '../items/pair.ts';
import { draftsOf, getDraft, getStatement, spaceOf, statementsOf } from '../items/read.ts';

/** Sends exactly the text, its purpose, its audience and a last day to the person whose words are in it. */
export function askConsent(deps: Deps, input: Input<'consents.ask'>): Output<'consents.ask'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const line = getDraft(db, 'evidence', input.evidence);
    const { body: pack } = getDraft(db, 'pack', input.pack);
    if (line.body.wordsOf === null) throw new AppError('bad_input', "nobody else's words are in this line");
    if (input.until < civilDate(deps.platform.now())) {
      throw new AppError('bad_input', 'the last day has already passed');
    }
    const request = say(deps, {
      kind: 'consentRequest',
      space: line.body.wordsOf.space,
      body: {
        text: line.body.text,
        textHash: sha256(line.body.text),
        profile: pack.profile,
        audience: pack.audience,
        until: input.until,
      },
    });
    saveDraft(deps, {
      kind: 'evidence',
      item: line.item,
      space: line.space,
      body: { ...line.body, requests: [...line.body.requests, request] },
    });
    return { request };
  });
}

/** What others ask of me: open requests, and those I said yes to, which I may take back as long as they run. */
export function listAskedOfMe({ vault, platform }: Deps): Output<'consents.askedOfMe'> {
  const db = vault.db();
  const me = whoAmI(db).identity;
  const today = civilDate(platform.now());
  const requests = listPairs(db).flatMap((pair) =>
    statementsOf(db, 'consentRequest', pair.space)
      .filter(({ owner, body }) => owner !== me && body.until >= today)
      .map(({ item, body }) => ({
        request: item,
        name: pair.other.name,
        text: body.text,
        profile: body.profile,
        audience: body.audience,
        until: body.until,
        answer: myAnswer({ vault }, item),
      })),
  );
  return { requests };
}

/**
 * Says yes, or no, which also takes a yes back. A yes goes to the asker; a no stays here, so that to them it is the same
 * as no answer. The yes is to what this vault showed: it is bound to the hash worked out here.
 */
export function answerConsent(deps: Deps, input: Input<'consents.answer'>): Output<'consents.answer'> {
  inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const request = getStatement(db, 'consentRequest', input.request);
    if (request.owner === whoAmI(db).identity) {
      throw new AppError('bad_input', 'one cannot answer for somebody else');
    }
    const textHash = sha256(request.body.text);
    if (request.body.textHash !== textHash) {
      throw new AppError('conflict', 'the request is bound to another text than it shows');
    }
    const before = myAnswer(deps, input.request);
    if (before === input.answer) return;
    const space = spaceOf(db, input.request);
    const known = myAnswerItem(deps, input.request);
    if (before === 'yes' && known !== null) {
      withdraw(deps, known);
      appendLedger(db, deps.platform.now(), 'consent', space, `taken back ${textHash}`);
    }
    const answer = saveDraft(deps, {
      kind: 'consentAnswer',
      ...(known === null ? {} : { item: known }),
      space,
      subject: input.request,
      body: { answer: input.answer, textHash },
    });
    if (input.answer === 'yes') {
      showDraft(deps, answer);
      appendLedger(db, deps.platform.now(), 'consent', space, `given ${textHash}`);
    }
  });
  return {};
}

/** What I last answered: a no is a working copy, a yes was sent. */
function myAnswer({ vault }: Pick<Deps, 'vault'>, request: string): 'yes' | 'no' | null {
  const db = vault.db();
  const me = whoAmI(db).identity;
  const unsent = draftsOf(db, 'consentAnswer').find(({ subject }) => subject === request);
  const sent = statementsOf(db, 'consentAnswer', null).find(
    ({ subject, owner }) => subject === request && owner === me,
  );
  return unsent?.body.answer ?? sent?.body.answer ?? null;
}

function myAnswerItem({ vault }: Pick<Deps, 'vault'>, request: string): string | null {
  const db = vault.db();
  const row = db
    .prepare("SELECT id FROM item WHERE kind = 'consentAnswer' AND subject = ? AND owner = ?")
    .get(request, whoAmI(db).identity) as { id: string } | undefined;
  return row?.id ?? null;
}
