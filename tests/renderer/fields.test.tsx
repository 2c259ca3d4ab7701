import { useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../../renderer/i18n.ts';
import { TextArea } from '../../renderer/ui/TextArea.tsx';
import { TextField } from '../../renderer/ui/TextField.tsx';
import { text } from '../support/text.ts';

const t = text('en-GB');
let root: Root;

beforeEach(async () => {
  await setLanguage('en-GB');
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => {
  root.unmount();
  document.body.innerHTML = '';
});

function Both() {
  const [word, setWord] = useState('');
  const [words, setWords] = useState('');
  return (
    <>
      <TextField label="Word" value={word} onChange={setWord} maxLength={5} />
      <TextArea label="Words" value={words} onChange={setWords} maxLength={10} />
    </>
  );
}

function type(field: HTMLTextAreaElement | HTMLInputElement, value: string): void {
  // React listens for the event and reads the value through the element's own setter.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
const field = (name: 'input' | 'textarea') =>
  document.querySelector(name) as HTMLInputElement | HTMLTextAreaElement;
const said = (name: 'input' | 'textarea') =>
  document.getElementById(field(name).getAttribute('aria-describedby') ?? '')?.textContent ?? null;

test('A field that can take in no more says so, to the eye and the ear, and stops saying it when there is room', async () => {
  root.render(<Both />);
  await vi.waitFor(() => expect(field('textarea')).not.toBeNull());
  for (const [name, length] of [
    ['input', 5],
    ['textarea', 10],
  ] as const) {
    type(field(name), 'a'.repeat(length - 1));
    expect(said(name)).toBeNull();
    type(field(name), 'a'.repeat(length));
    await vi.waitFor(() => expect(said(name)).toBe(t('common.field.full')));
    type(field(name), 'a');
    await vi.waitFor(() => expect(said(name)).toBeNull());
  }
});
