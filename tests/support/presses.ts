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

/** Puts words into the field with this label, in place of what it holds, once it is there. */
export async function typeInto(label: string, words: string): Promise<void> {
  await vi.waitFor(() => field(label));
  const found = field(label);
  const prototype = found instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  // As the browser does: past what React remembers of the field.
  Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(found, words);
  found.dispatchEvent(new Event('input', { bubbles: true }));
}

function field(label: string): HTMLInputElement | HTMLTextAreaElement {
  const named = [...document.querySelectorAll('label')].find((one) => one.textContent?.startsWith(label));
  const found = named?.htmlFor ? document.getElementById(named.htmlFor) : null;
  if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) return found;
  throw new Error(`There is no field ${label}.`);
}
