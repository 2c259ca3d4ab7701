import { saidAnswers } from '../../../shared/model/episode.ts';
import { isTooFew } from '../../../shared/model/lookingBack.ts';
import { useText } from '../../i18n.ts';
import { CountChart } from './CountChart.tsx';
import type { LookBack } from './lookBack.ts';

const fills = { said: 'solid', partly: 'hatch', couldNot: 'open' } as const;

/** Whether it could be said. What was left open is shown as that, not as a no. */
export function SaidChart({ view }: { view: LookBack }) {
  const { t, formatDate } = useText();
  const { episodes, days } = view;
  const answered = episodes.filter((one) => one.said !== null);
  return (
    <CountChart
      name="said"
      title={t('lookingBack.said.title', {
        count: episodes.length,
        from: formatDate(days.from),
        to: formatDate(days.to),
      })}
      about={t('lookingBack.said.about')}
      isTooFew={isTooFew(answered.length)}
      answers={t('lookingBack.said.answers')}
      bars={[
        ...saidAnswers.map((answer) => ({
          key: answer,
          label: t(`episodes.said.${answer}`),
          value: episodes.filter((one) => one.said === answer).length,
          fill: fills[answer],
        })),
        {
          key: 'open',
          label: t('lookingBack.said.open'),
          value: episodes.length - answered.length,
          fill: 'dots',
        },
      ]}
    />
  );
}
