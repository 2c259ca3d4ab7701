import type { SigningView } from '../../../shared/model/foldSigning.ts';
import { statementsOfRecord } from '../../../shared/model/record.ts';
import { onlySession, type SessionKind, type SessionStatement } from '../../../shared/model/sessionView.ts';
import type { SessionOnFile } from '../items/session.ts';

/** Kinds that go on living beside a signed record. */
const livingKinds: readonly SessionKind[] = ['quiet', 'scribed', 'scribeAnswer', 'fairProcess'];

/**
 * The statements a session is read from: once both have signed, the words of the stored records and nothing else in their
 * place, with what never belongs in a record beside them.
 */
export function statementsToShow(onFile: SessionOnFile, signing: SigningView): SessionStatement[] {
  if (signing.signed.length === 0) return [...onFile.statements];
  const signed = signedStatements(signing);
  const items = new Set(signed.map((one) => one.item));
  const beside = onFile.statements.filter(
    (one) =>
      !items.has(one.item) &&
      (livingKinds.includes(one.kind) ||
        one.kind === 'amendment' ||
        (one.kind === 'voice' && one.body.part === 'arriving')),
  );
  return [...signed, ...beside];
}

/** What stands in the stored bytes of what both signed. */
export function signedStatements(signing: SigningView): SessionStatement[] {
  return onlySession(signing.signed.flatMap((one) => statementsOfRecord(one.record)));
}

/**
 * What I had shown when the other signed what stood before: the two crossed, so it is in no record and stands nowhere. Only
 * words that are not yet in later words of mine.
 */
export function crossedWords(onFile: SessionOnFile, signing: SigningView): { item: string; text: string }[] {
  if (signing.signed.length === 0) return [];
  const me = onFile.pair.me.identity;
  const mine = onFile.statements.filter((one) => one.owner === me);
  const signed = new Set(signing.signed.flatMap((one) => one.record.entries.map((entry) => entry.hash)));
  const signedItems = new Set(signedStatements(signing).map((one) => one.item));
  const later = mine.flatMap((one) => (one.kind === 'amendment' ? [one.body.text] : []));
  return mine.flatMap((one) => {
    // A promise goes on after the record: what became of it is said in later sessions.
    const isPromiseKnown = one.kind === 'promise' && signedItems.has(one.item);
    const text = signed.has(one.hash) || isPromiseKnown ? '' : wordsOf(one, onFile.session);
    const isSaid = text.trim() === '' || later.some((words) => words.includes(text));
    return isSaid ? [] : [{ item: one.item, text }];
  });
}

function wordsOf(statement: SessionStatement, session: string): string {
  switch (statement.kind) {
    case 'voice':
      return statement.body.part === 'arriving' ? '' : statement.body.text;
    case 'topic':
      return statement.body.title;
    case 'difference':
      return [statement.body.account, statement.body.nextStep].filter((part) => part !== '').join('\n');
    case 'promise':
      return statement.body.markedIn === session ? '' : statement.body.text;
    case 'decision':
      return statement.body.text;
    default:
      return '';
  }
}
