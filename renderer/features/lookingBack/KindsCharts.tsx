import { episodeKinds, episodeObstacles } from '../../../shared/model/episode.ts';
import { isTooFew } from '../../../shared/model/lookingBack.ts';
import { useText } from '../../i18n.ts';
import { Stack } from '../../ui/index.ts';
import { CountChart } from './CountChart.tsx';
import type { LookBack } from './lookBack.ts';

/** Which was nearest and what got in the way, in the order they are asked. One thing may stand under several. */
export function KindsCharts({ view }: { view: LookBack }) {
  const { t, formatDate } = useText();
  const { episodes, days } = view;
  const [from, to] = [formatDate(days.from), formatDate(days.to)];
  const withKinds = episodes.filter((one) => one.kinds.length > 0);
  const withObstacles = episodes.filter((one) => one.obstacles.length > 0);
  return (
    <Stack gap="loose">
      <CountChart
        name="kinds"
        title={t('lookingBack.kinds.title', { count: withKinds.length, from, to })}
        about={t('lookingBack.several')}
        isTooFew={isTooFew(withKinds.length)}
        answers={t('lookingBack.kinds.answers')}
        bars={episodeKinds.map((kind) => ({
          key: kind,
          label: t(`episodes.kind.${kind}`),
          value: withKinds.filter((one) => one.kinds.includes(kind)).length,
          fill: 'solid',
        }))}
      />
      <CountChart
        name="obstacles"
        title={t('lookingBack.obstacles.title', { count: withObstacles.length, from, to })}
        about={t('lookingBack.several')}
        isTooFew={isTooFew(withObstacles.length)}
        answers={t('lookingBack.obstacles.answers')}
        bars={episodeObstacles.map((obstacle) => ({
          key: obstacle,
          label: t(`episodes.obstacle.${obstacle}`),
          value: withObstacles.filter((one) => one.obstacles.includes(obstacle)).length,
          fill: 'hatch',
        }))}
      />
    </Stack>
  );
}
