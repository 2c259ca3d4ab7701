import { weightEnd } from '../../../shared/model/episode.ts';
import { binRows, isTooFew, type PastEpisode, spreadOf } from '../../../shared/model/lookingBack.ts';
import { hasEased, residueOf } from '../../../shared/model/residue.ts';
import { binInWords } from '../../charts/binWords.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { drawCurves } from '../../charts/Curves.tsx';
import { type Column, drawLanes } from '../../charts/Lanes.tsx';
import { PagedTable } from '../../charts/PagedTable.tsx';
import { useText } from '../../i18n.ts';
import type { LookBack } from './lookBack.ts';
import { curveInWords } from './words.ts';

/** More curves than this cannot be told apart. */
const mostCurves = 30;
const bounds = [0, weightEnd] as const;
const ticks = [0, weightEnd / 2, weightEnd];

/** The weight of each thing and what is left of it: curve by curve while they are few, then gathered by when they happened. */
export function WeightsChart({ view }: { view: LookBack }) {
  const text = useText();
  const { t, formatDate } = text;
  const weighed = view.episodes.filter((one) => one.curve.length > 0);
  const eased = weighed.filter((one) => hasEased(one.curve)).length;
  const title = [
    t('lookingBack.weights.title', {
      count: weighed.length,
      from: formatDate(weighed[0]?.day ?? view.days.from),
      to: formatDate(weighed.at(-1)?.day ?? view.days.to),
    }),
    ...(eased === 0 ? [] : [t('lookingBack.weights.eased', { count: eased })]),
  ].join(' ');
  const table = () => (
    <PagedTable
      caption={t('lookingBack.weights.table')}
      rows={weighed.map((one, index) => ({ ...one, key: String(index) })).reverse()}
      rowKey={(row) => row.key}
      columns={[
        { key: 'day', title: t('lookingBack.column.day'), cell: (row) => formatDate(row.day) },
        { key: 'what', title: t('lookingBack.column.what'), cell: (row) => row.what },
        { key: 'curve', title: t('lookingBack.column.weight'), cell: (row) => curveInWords(text, row.curve) },
      ]}
    />
  );
  const shared = { name: 'weights', title, table, isTooFew: isTooFew(weighed.length) } as const;
  if (weighed.length <= mostCurves) {
    return (
      <ChartFigure
        {...shared}
        about={t('lookingBack.weights.about')}
        points={weighed.length}
        wordsOf={(point) => {
          const one = weighed[point];
          if (one === undefined) return '';
          return t('lookingBack.weights.one', { what: one.what, weights: curveInWords(text, one.curve) });
        }}
        draw={(width) =>
          drawCurves({
            days: view.days,
            width,
            bounds,
            ticks,
            high: t('episodes.weight.max'),
            low: t('episodes.weight.min'),
            curves: weighed.map((one) => one.curve),
          })
        }
      />
    );
  }
  const { unit, bins } = binRows(weighed);
  const columns = bins.map(
    ({ from, to, rows }): Column => ({
      from,
      to,
      spreads: [spreadOf(firsts(rows)), spreadOf(residues(rows))],
    }),
  );
  return (
    <ChartFigure
      {...shared}
      about={t(`lookingBack.weights.about.${unit}`)}
      points={bins.length}
      wordsOf={(point) => {
        const bin = bins[point];
        if (bin === undefined) return '';
        const [then, now] = [spreadOf(firsts(bin.rows)), spreadOf(residues(bin.rows))];
        if (then === null || now === null) return '';
        return [
          t('lookingBack.weights.several', { when: binInWords(text, unit, bin), count: bin.rows.length }),
          t('lookingBack.weights.then', then),
          t('lookingBack.weights.now', now),
        ].join(' ');
      }}
      draw={(width) =>
        drawLanes({
          days: view.days,
          width,
          columns,
          bounds,
          ticks,
          lanes: [
            {
              name: t('lookingBack.weights.lane.then'),
              high: t('lookingBack.weights.most'),
              low: t('lookingBack.weights.least'),
              shape: 'ring',
            },
            {
              name: t('lookingBack.weights.lane.now'),
              high: t('lookingBack.weights.most'),
              low: t('lookingBack.weights.least'),
              shape: 'dot',
            },
          ],
        })
      }
    />
  );
}

function firsts(episodes: readonly PastEpisode[]): number[] {
  return episodes.map((one) => one.curve[0]?.weight).filter((weight) => weight !== undefined);
}

function residues(episodes: readonly PastEpisode[]): number[] {
  return episodes.map((one) => residueOf(one.curve)).filter((weight) => weight !== null);
}
