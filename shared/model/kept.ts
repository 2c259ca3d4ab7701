import type { Kind } from './kinds.ts';

/** Kinds that a person keeps for themselves alone, one entry after another, and puts away, back or out in the same way. */
export const keptKinds = [
  'noticing',
  'standpoint',
  'ownStrength',
  'learning',
  'modellingAnswer',
] as const satisfies readonly Kind[];
export type KeptKind = (typeof keptKinds)[number];
