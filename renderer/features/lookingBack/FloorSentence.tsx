import type { Output } from '../../../shared/contract/index.ts';
import { floorWindows, hasFloorRisen, seasonOf } from '../../../shared/model/residue.ts';
import { useText } from '../../i18n.ts';
import { Disclosure, Quiet, Stack } from '../../ui/index.ts';

/** One quiet sentence when the floor has risen across three windows, with what it comes from; else nothing. Never an alert. */
export function FloorSentence({ past }: { past: Output<'lookingBack.get'> }) {
  const { t, formatDate } = useText();
  const windows = floorWindows(
    past.episodes.flatMap((one) => one.curve),
    past.today,
  );
  const [first] = windows;
  if (first === undefined || !hasFloorRisen(windows)) return null;
  return (
    <Stack gap="close">
      <p>{t(`lookingBack.floor.risen.${seasonOf(first)}`)}</p>
      <Disclosure title={t('lookingBack.floor.from')} level={3}>
        <Stack gap="close">
          <ul>
            {windows.map(({ from, to, floor, notes }) => (
              <li key={from}>
                {t('lookingBack.floor.window', {
                  from: formatDate(from),
                  to: formatDate(to),
                  floor: floor ?? 0,
                  count: notes,
                })}
              </li>
            ))}
          </ul>
          <Quiet>{t('lookingBack.floor.how')}</Quiet>
        </Stack>
      </Disclosure>
    </Stack>
  );
}
