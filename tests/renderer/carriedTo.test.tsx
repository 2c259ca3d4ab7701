import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { CarriedTo } from '../../renderer/features/moments/NotSaid.tsx';
import { openWindowOnCore } from '../support/windowOnCore.ts';

test('The lines of sessions that words were taken to are kept free while they are read, so that no button below moves under a press', async () => {
  const here = await openWindowOnCore();
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  flushSync(() => root.render(<CarriedTo sessions={['a'.repeat(26), 'b'.repeat(26)]} />));
  expect(place.querySelectorAll('p')).toHaveLength(2);
  await vi.waitFor(() => expect(place.querySelectorAll('p')).toHaveLength(0));
  root.unmount();
  here.core.close();
});
