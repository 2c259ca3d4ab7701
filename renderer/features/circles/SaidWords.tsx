import type { SeatView } from '../../../shared/model/circle.ts';
import { useText } from '../../i18n.ts';
import { Quiet, Stack, Words } from '../../ui/index.ts';

/** Someone's shown words, with the question they answered where it has changed since. */
export function SaidWords({ seat }: { seat: SeatView }) {
  const { t } = useText();
  return (
    <Stack>
      {seat.turns.map((turn) => (
        <div key={turn.item}>
          {turn.asked === null ? null : (
            <Quiet small>{t('circles.turn.asked', { question: turn.asked })}</Quiet>
          )}
          <Words>{turn.text}</Words>
        </div>
      ))}
    </Stack>
  );
}
