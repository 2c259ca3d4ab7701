import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CorridorDialog } from '../../renderer/features/corridor/CorridorDialog.tsx';
import { setLanguage } from '../../renderer/i18n.ts';
import { startNavigation } from '../../renderer/navigation.ts';
import { joinedCircle, type TestCircle } from '../support/circle.ts';
import { text } from '../support/text.ts';

const t = text('en-GB');
let circle: TestCircle;
let root: Root;

beforeEach(async () => {
  // Whoever founds a circle of three is joined with two people.
  circle = await joinedCircle();
  Object.defineProperty(window, 'bridge', {
    configurable: true,
    value: { call: circle.founder.tryCall, on: () => () => undefined },
  });
  await setLanguage('en-GB');
  window.history.replaceState(null, '');
  startNavigation();
  root = createRoot(document.body.appendChild(document.createElement('div')));
}, 120_000);
afterEach(() => {
  root.unmount();
  circle.close();
});

const field = <E extends Element>(label: string): E => {
  const found = [...document.querySelectorAll('label')].find((one) => one.textContent?.startsWith(label));
  const element = document.getElementById(found?.htmlFor ?? '');
  if (element === null) throw new Error(`there is no field ${label}`);
  return element as unknown as E;
};

function set(element: HTMLTextAreaElement | HTMLSelectElement, value: string): void {
  // React listens for the event and reads the value through the element's own setter.
  const prototype = Object.getPrototypeOf(element) as object;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
  element.dispatchEvent(
    new Event(element instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
  );
}

const press = (label: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent === label)?.click();

test('Whoever is joined with several people says whom it was with, and nobody is chosen for them', async () => {
  const onClose = vi.fn();
  root.render(<CorridorDialog onClose={onClose} />);
  await vi.waitFor(() => field(t('corridor.with')), { timeout: 10_000 });
  expect(field<HTMLSelectElement>(t('corridor.with')).value).toBe('');
  set(field<HTMLTextAreaElement>(t('corridor.words')), 'We said: ring first.');
  press(t('corridor.look'));
  await vi.waitFor(() => expect(document.body.textContent).toContain(t('corridor.needPerson')));

  const { pairs } = await circle.founder.call('pairs.list', {});
  const [, second] = pairs;
  if (second === undefined) throw new Error('two people were to be joined');
  set(field<HTMLSelectElement>(t('corridor.with')), second.space);
  press(t('corridor.look'));
  const show = t('sessions.show.confirm', { name: second.other.name });
  await vi.waitFor(() => expect(document.body.textContent).toContain(show));
  press(show);
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  const { sessions } = await circle.founder.call('sessions.list', { space: null });
  expect(sessions).toMatchObject([{ space: second.space, kind: 'corridor' }]);
});
