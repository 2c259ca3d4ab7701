import { vi } from 'vitest';

/** The text that the window shows. */
export const shown = (): string => document.body.textContent ?? '';

/** The button that says exactly this; throws when there is none. */
export function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent === name);
  if (found === undefined) throw new Error(`There is no button ${name}.`);
  return found;
}

/** Presses it once it is there. */
export async function press(name: string): Promise<void> {
  await vi.waitFor(() => button(name));
  button(name).click();
}
