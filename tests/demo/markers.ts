import type { Locator, Page } from '@playwright/test';
import { text } from '../support/text.ts';
import type { Stage } from './stage.ts';

const t = text('en-GB');

/** Boxes by the name of their field: what the window calls the box, and what somebody writes there. */
export type Boxes = Readonly<Record<string, readonly [label: string, words: string]>>;

/** Writes into each box, with a marker word of the box's own behind it: of `kind` and field, as in `moment.helped`. */
export async function writeMarked(
  stage: Stage,
  place: Page | Locator,
  kind: string,
  boxes: Boxes,
): Promise<void> {
  for (const [field, [label, words]] of Object.entries(boxes)) {
    await box(place, label).fill(`${words} ${stage.canary(`${kind}.${field}`)}`.trim());
  }
}

/** The box that is called exactly this, whether or not it says that it is optional. */
export function box(place: Page | Locator, label: string): Locator {
  const optional = `${label} (${t('common.field.optional')})`;
  return place
    .getByRole('textbox', { name: label, exact: true })
    .or(place.getByRole('textbox', { name: optional, exact: true }));
}
