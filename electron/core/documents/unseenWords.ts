import type { Database } from 'better-sqlite3';
import type { Span } from '../../../shared/language/identifiers.ts';
import { findNames } from '../../../shared/language/names.ts';
import { listPairs } from '../items/pair.ts';

/**
 * Where my own words name someone I supervise who has not seen them. A supervisor's words about someone go into a pack
 * only after that person has seen exactly these in a joint record (EXPERIENCE.md, rule 10).
 */
export function findUnseenWords(db: Database, text: string): Span[] {
  return listPairs(db)
    .filter((pair) => pair.me.role === 'supervisor')
    .flatMap((pair) => {
      const spans = findPerson(text, pair.other.name, pair.me.name);
      return spans.length > 0 && hasSeen(db, pair.space, pair.me.identity, text) ? [] : spans;
    });
}

/**
 * Where a person's own first name stands, written as a name. A family name alone may be anybody's, also mine, and so may
 * a first name that we share: then the whole name counts.
 */
function findPerson(text: string, name: string, mine: string): Span[] {
  const [first = name] = name.trim().split(/\s+/);
  const isShared = findNames(mine, [first]).length > 0;
  const whole = name.trim().replace(/\s+/g, ' ').toLowerCase();
  return findNames(text, [isShared ? name : first]).filter(({ start, end }) => {
    const found = text.slice(start, end);
    if (isShared) return found.replace(/\s+/g, ' ').toLowerCase() === whole;
    return /^\p{Lu}/u.test(found);
  });
}

/** Whether I have shown these words, or a longer text that holds them, in the pair's own space. */
function hasSeen(db: Database, space: string, me: string, text: string): boolean {
  const rows = db
    .prepare(
      `SELECT coalesce(json_extract(shown.body, '$.text'), json_extract(shown.body, '$.account'))
           || coalesce(char(10) || json_extract(shown.body, '$.effect'), '') AS text
       FROM item JOIN shown ON shown.item = item.id
       WHERE item.space = ? AND item.owner = ?
         AND item.kind IN ('voice', 'decision', 'promise', 'difference', 'amendment', 'strength')
         AND shown.body IS NOT NULL`,
    )
    .all(space, me) as { text: string }[];
  const wanted = plain(text);
  return rows.some((row) => plain(row.text).includes(wanted));
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
