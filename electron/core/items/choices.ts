import type { Database } from 'better-sqlite3';
import { type Feature, hasChosen } from '../../../shared/model/choice.ts';
import { AppError } from '../../../shared/result.ts';
import { getPair, type Pair } from './pair.ts';
import { statementsOf } from './read.ts';

/** A feature exists for a pair only while both have it switched on. */
export function isOnForBoth(db: Database, pair: Pair, feature: Feature): boolean {
  const choices = statementsOf(db, 'choice', pair.space);
  return [pair.me, pair.other].every((one) => hasChosen(choices, one.identity, feature));
}

/** The pair of a space in which both want this feature. Throws 'not_found' while they do not. */
export function mustBeOn(db: Database, space: string, feature: Feature): Pair {
  const pair = getPair(db, space);
  if (!isOnForBoth(db, pair, feature)) throw new AppError('not_found', 'both have to switch this on first');
  return pair;
}
