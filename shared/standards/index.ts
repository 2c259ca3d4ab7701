import lgaEmployers from './lga-employers-5.json' with { type: 'json' };
import monthlyHour from './monthly-hour.json' with { type: 'json' };
import { type Standard, standardSchema } from './schema.ts';

export type { Standard } from './schema.ts';

/** Every standard this program knows. A new one, or a new edition, is a file and a line here. */
export const standards: readonly Standard[] = [
  standardSchema.parse(lgaEmployers),
  standardSchema.parse(monthlyHour),
];

/** The standard of this id and edition, or null when this program does not know it. */
export function findStandard(
  which: { readonly id: string; readonly version: string } | null,
): Standard | null {
  if (which === null) return null;
  return standards.find((one) => one.id === which.id && one.version === which.version) ?? null;
}
