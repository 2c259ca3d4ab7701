import councilAnnualReview from './council-annual-review.json' with { type: 'json' };
import pcf2018 from './pcf-2018.json' with { type: 'json' };
import { type Framework, frameworkSchema, type Profile, profileSchema } from './schema.ts';

export type { Framework, Profile } from './schema.ts';

/** Every appraisal format this program knows. A new one is a file and a line here. */
export const profiles: readonly Profile[] = [profileSchema.parse(councilAnnualReview)];

/** Every framework lines can be tagged with. */
export const frameworks: readonly Framework[] = [frameworkSchema.parse(pcf2018)];

/** The profile of this id, or null when this program does not know it. */
export function findProfile(id: string): Profile | null {
  return profiles.find((profile) => profile.id === id) ?? null;
}

/** A tag's name in a language, or null when its framework is not known here. */
export function tagName(
  tag: { readonly framework: string; readonly version: string; readonly code: string },
  language: 'en-GB' | 'cy',
): string | null {
  const framework = frameworks.find((one) => one.id === tag.framework && one.version === tag.version);
  return framework?.tags.find((one) => one.code === tag.code)?.name[language] ?? null;
}
