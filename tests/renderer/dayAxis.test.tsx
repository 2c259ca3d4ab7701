import fc from 'fast-check';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { beforeAll, expect, test } from 'vitest';
import { DayAxis } from '../../renderer/charts/DayAxis.tsx';
import { dayScale } from '../../renderer/charts/scales.ts';
import { setLanguage } from '../../renderer/i18n.ts';
import { addDays } from '../../shared/model/civilDays.ts';

beforeAll(() => setLanguage('en-GB'));

test('Along the bottom of a chart each year stands once, where it begins to hold, however many years there are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 4000 }), fc.integer({ min: 0, max: 365 }), (length, shift) => {
      const from = addDays('2023-01-01', shift);
      const scale = dayScale({ from, to: addDays(from, length) }, [30, 700]);
      const place = document.createElement('div');
      const root = createRoot(place);
      flushSync(() => root.render(<DayAxis scale={scale} top={0} bottom={100} width={720} />));
      const years = [...place.querySelectorAll('text')].flatMap(
        (label) => label.textContent.match(/20\d\d/) ?? [],
      );
      root.unmount();
      expect(years).toEqual([...new Set(years)].sort());
      expect(years.length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});
