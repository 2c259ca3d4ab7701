import type { IndicatorNote } from '../../../shared/contract/indicators.ts';
import { binRows, isTooFew, spreadOf } from '../../../shared/model/lookingBack.ts';
import type { Indicator } from '../../../shared/model/indicator.ts';
import { binInWords } from '../../charts/binWords.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { drawLanes } from '../../charts/Lanes.tsx';
import { PagedTable } from '../../charts/PagedTable.tsx';
import { useText } from '../../i18n.ts';

const roles = ['supervisee', 'supervisor'] as const;

/** The numbers beside the stories, a lane for each of the two: they are not laid over each other, and nothing is subtracted. */
export function NumbersChart(props: {
  indicator: Indicator;
  notes: readonly IndicatorNote[];
  names: { readonly supervisee: string; readonly supervisor: string };
}) {
  const text = useText();
  const { t, formatDate } = text;
  const { notes, names, indicator } = props;
  const numbered = notes.flatMap(({ number, on, ...note }) =>
    number === null ? [] : [{ ...note, number, day: on }],
  );
  const { unit, bins } = binRows(numbered);
  const ofRole = (point: number, role: (typeof roles)[number]) =>
    (bins[point]?.rows ?? []).filter((row) => row.by === role).map((row) => row.number);
  return (
    <ChartFigure
      name={`indicator-${indicator}`}
      title={t('indicators.chart', {
        what: t(`indicators.${indicator}`),
        count: numbered.length,
        from: formatDate(numbered[0]?.day ?? ''),
        to: formatDate(numbered.at(-1)?.day ?? ''),
      })}
      about={t('indicators.chart.about')}
      isTooFew={isTooFew(numbered.length)}
      points={bins.length}
      wordsOf={(point) => {
        const bin = bins[point];
        if (bin === undefined) return '';
        const said = roles.flatMap((role) => {
          const numbers = ofRole(point, role);
          return numbers.length === 0 ? [] : [`${names[role]}: ${numbers.join(', ')}`];
        });
        return `${binInWords(text, unit, bin)}. ${said.join('. ')}.`;
      }}
      draw={(width) =>
        drawLanes({
          days: { from: bins[0]?.from ?? '', to: bins.at(-1)?.to ?? '' },
          width,
          bounds: [0, 10],
          ticks: [0, 5, 10],
          columns: bins.map(({ from, to }, point) => ({
            from,
            to,
            spreads: roles.map((role) => spreadOf(ofRole(point, role))),
          })),
          lanes: roles.map((role) => ({
            name: names[role],
            high: t('indicators.high'),
            low: t('indicators.low'),
            shape: role === 'supervisee' ? 'dot' : 'ring',
          })),
        })
      }
      table={() => (
        <PagedTable
          caption={t(`indicators.${indicator}`)}
          rows={[...notes].reverse()}
          rowKey={(note) => note.item}
          columns={[
            { key: 'on', title: t('indicators.on'), cell: (note) => formatDate(note.on) },
            { key: 'by', title: t('indicators.by'), cell: (note) => names[note.by] },
            { key: 'story', title: t('indicators.story'), cell: (note) => note.story },
            {
              key: 'number',
              title: t('indicators.column.number'),
              cell: (note) => note.number ?? t('common.field.unset'),
            },
          ]}
        />
      )}
    />
  );
}
