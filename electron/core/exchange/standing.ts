import type { ExchangeStanding } from '../../../shared/contract/pairs.ts';
import type { ErrorCode } from '../../../shared/result.ts';
import { prepared } from '../db/prepared.ts';
import type { Deps } from '../deps.ts';
import { exchangeState } from './sync.ts';

/** How the exchange of one space stands, in terms a person can act on. */
export function exchangeStanding(deps: Deps, space: string, folder: string | null): ExchangeStanding {
  const db = deps.vault.db();
  const { unsent, lastReceivedAt } = prepared(
    db,
    `SELECT (SELECT count(*) FROM outgoing WHERE space = :space)
            + (SELECT count(*) FROM packet_out WHERE space = :space AND bytes IS NOT NULL) AS unsent,
              (SELECT max(at) FROM packet_in WHERE space = :space) AS lastReceivedAt`,
  ).get({ space }) as { unsent: number; lastReceivedAt: string | null };
  const setAside = prepared(
    db,
    `SELECT name, code, at FROM folder_file
       WHERE space = ? AND code IS NOT NULL AND code <> 'packet_early' ORDER BY at DESC, name LIMIT 100`,
  ).all(space) as { name: string; code: ErrorCode; at: string }[];
  const refused = prepared(
    db,
    'SELECT hash, code, at FROM refusal WHERE space = ? ORDER BY at DESC LIMIT 100',
  ).all(space) as { hash: string; code: string; at: string }[];
  const now = exchangeState(deps, space);
  return {
    state: folder === null ? 'noFolder' : now.state,
    waiting: now.waiting,
    unsent,
    lastReceivedAt,
    setAside,
    refused,
  };
}
