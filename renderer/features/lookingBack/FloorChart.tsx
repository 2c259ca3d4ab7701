import { weightEnd } from '../../../shared/model/episode.ts';
import { isTooFew } from '../../../shared/model/lookingBack.ts';
import type { FloorStretch } from '../../../shared/model/residue.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { drawLevels } from '../../charts/Curves.tsx';
import { PagedTable } from '../../charts/PagedTable.tsx';
import { useText } from '../../i18n.ts';
import type { LookBack } from './lookBack.ts';

/** The floor of each day: the lowest weight noted in the 90 days up to it. */
export function FloorChart({ view }: { view: LookBack }) {
  const { t, formatDate } = useText();
  const { floor, days } = view;
  const inWords = ({ from, to, floor: weight }: FloorStretch) =>
    t('lookingBack.floor.stretch', { from: formatDate(from), to: formatDate(to), weight });
  return (
    <ChartFigure
      name="floor"
      title={t('lookingBack.floor.title', { from: formatDate(days.from), to: formatDate(days.to) })}
      about={t('lookingBack.floor.about')}
      isTooFew={isTooFew(view.floorNotes) || floor.length === 0}
      points={floor.length}
      wordsOf={(point) => {
        const one = floor[point];
        return one === undefined ? '' : inWords(one);
      }}
      draw={(width) =>
        drawLevels({
          days,
          width,
          bounds: [0, weightEnd],
          ticks: [0, weightEnd / 2, weightEnd],
          high: t('episodes.weight.max'),
          low: t('episodes.weight.min'),
          levels: floor.map(({ from, to, floor: value }) => ({ from, to, value })),
        })
      }
      table={() => (
        <PagedTable
          caption={t('lookingBack.floor')}
          rows={[...floor].reverse()}
          rowKey={(row) => row.from}
          columns={[
            { key: 'from', title: t('lookingBack.column.from'), cell: (row) => formatDate(row.from) },
            { key: 'to', title: t('lookingBack.column.to'), cell: (row) => formatDate(row.to) },
            { key: 'floor', title: t('lookingBack.column.floor'), cell: (row) => row.floor },
          ]}
        />
      )}
    />
  );
}
