import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PlaceView } from '../../renderer/frame/PlaceView.tsx';
import { setLanguage } from '../../renderer/i18n.ts';
import { go, resetNavigation } from '../../renderer/navigation.ts';
import { text } from '../support/text.ts';

const t = text('en-GB');
let root: Root;
let place: HTMLElement;

beforeEach(async () => {
  await setLanguage('en-GB');
  resetNavigation();
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(() => {
  root.unmount();
  place.remove();
});

let isBroken = false;
function Stumbling() {
  if (isBroken) throw new Error('stumbled');
  return <p>year</p>;
}
const saying = (words: string) => () => <p>{words}</p>;

test('The page one comes from stays until the one that is gone to is loaded, and of two the newest is shown', async () => {
  const slow = Promise.withResolvers<() => React.JSX.Element>();
  root.render(
    <PlaceView
      places={{
        today: async () => saying('today'),
        moments: () => slow.promise,
        year: async () => saying('year'),
      }}
    />,
  );
  await vi.waitFor(() => expect(place.textContent).toBe('today'));
  go('moments');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(place.textContent).toBe('today');
  go('year');
  await vi.waitFor(() => expect(place.textContent).toBe('year'));
  slow.resolve(saying('moments'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(place.textContent).toBe('year');
});

test('A page that cannot be loaded, or stumbles, says so and is tried again when asked', async () => {
  isBroken = true;
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  root.render(
    <PlaceView
      places={{
        today: async () => {
          if (isBroken) throw new Error('not loaded');
          return saying('today');
        },
        year: async () => Stumbling,
      }}
    />,
  );
  const again = async () => {
    await vi.waitFor(() => expect(place.querySelector('h1')?.textContent).toBe(t('frame.stumbled.title')));
    isBroken = false;
    place.querySelector('button')?.click();
  };
  await again();
  await vi.waitFor(() => expect(place.textContent).toBe('today'));
  isBroken = true;
  go('year');
  await again();
  await vi.waitFor(() => expect(place.textContent).toBe('year'));
  quiet.mockRestore();
});

test('A page whose file is held for a moment is loaded a second time before anybody is told', async () => {
  let asked = 0;
  root.render(
    <PlaceView
      places={{
        today: async () => {
          asked += 1;
          if (asked === 1) throw new Error('held');
          return saying('today');
        },
      }}
    />,
  );
  await vi.waitFor(() => expect(place.textContent).toBe('today'));
  expect(asked).toBe(2);
});
