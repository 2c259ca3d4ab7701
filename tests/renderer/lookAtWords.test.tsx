import { useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../../renderer/i18n.ts';
import { LookAtWords } from '../../renderer/language/LookAtWords.tsx';
import { lookedAtField } from '../../renderer/language/lookedAt.ts';
import { button, press, shown } from '../support/presses.ts';
import { text } from '../support/text.ts';

const t = text('en-GB');
const calls: string[] = [];
let root: Root;

beforeEach(async () => {
  calls.length = 0;
  Object.defineProperty(window, 'bridge', {
    configurable: true,
    value: { call: async (method: string) => calls.push(method), on: () => () => undefined },
  });
  await setLanguage('en-GB');
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => {
  root.unmount();
  document.body.innerHTML = '';
});

function Field(props: { initial: string }) {
  const [value, setValue] = useState(props.initial);
  return (
    <>
      <textarea value={value} onChange={(event) => setValue(event.target.value)} />
      <LookAtWords parts={[lookedAtField('text', value, setValue)]} />
    </>
  );
}

test('Closed it says nothing; open it finds, puts in, leaves and reads, and calls the core for none of it', async () => {
  root.render(<Field initial="Mum refused to talk. Mum was hostile. The LAC review was moved." />);
  await vi.waitFor(() => button(t('language.open')));
  expect(shown()).not.toContain(t('language.reads'));
  expect(document.querySelector('mark')).toBeNull();

  await press(t('language.open'));
  await vi.waitFor(() => expect(document.querySelector('mark')?.textContent).toBe('refused to'));
  expect(shown()).toContain(t('language.kind.blaming'));
  await press(t('language.putIn', { alternative: 'did not want to' }));
  await vi.waitFor(() => expect(document.querySelector('mark')?.textContent).toBe('hostile'));
  expect(document.querySelector('textarea')?.value).toBe(
    'Mum did not want to talk. Mum was hostile. The LAC review was moved.',
  );
  expect(document.activeElement?.getAttribute('aria-label')).toBe(t('language.found'));
  await press(t('language.leave'));
  await vi.waitFor(() => expect(document.querySelector('mark')?.textContent).toBe('LAC review'));
  expect(shown()).toContain(t('language.kind.jargon'));
  await press(t('language.leave'));
  await vi.waitFor(() => expect(shown()).toContain(t('language.noneLeft')));
  expect(document.querySelector('textarea')?.value).toContain('Mum was hostile. The LAC review');
  expect(shown()).toContain(t('language.reads.short'));

  // Closed and opened again it is a new look: nothing of the last one was kept.
  await press(t('language.open'));
  await vi.waitFor(() => expect(shown()).not.toContain(t('language.reads')));
  await press(t('language.open'));
  await vi.waitFor(() => expect(document.querySelector('mark')?.textContent).toBe('hostile'));
  expect(calls).toEqual([]);
  expect({ ...localStorage, ...sessionStorage }).toEqual({});
});

test('Nothing found is said without praise, and Welsh is likened to nothing', async () => {
  root.render(<Field initial="Mum let us in." />);
  await press(t('language.open'));
  await vi.waitFor(() => expect(shown()).toContain(t('language.none')));
  const welsh = [...document.querySelectorAll('label')].find((label) => label.textContent === 'Cymraeg');
  welsh?.querySelector('input')?.click();
  await vi.waitFor(() => expect(shown()).toContain(t('language.reads.notForWelsh')));
  expect(shown()).not.toContain(t('language.formula'));
  expect(calls).toEqual([]);
});
