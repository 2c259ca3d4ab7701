import {
  type Bin,
  type BinUnit,
  binRows,
  isTooFew,
  type PastMoment,
  spreadOf,
} from '../../../shared/model/lookingBack.ts';
import { planeEnd, placeWord } from '../../../shared/model/moment.ts';
import { binInWords } from '../../charts/binWords.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { type Column, drawLanes } from '../../charts/Lanes.tsx';
import { PagedTable } from '../../charts/PagedTable.tsx';
import { type Text, useText } from '../../i18n.ts';
import type { LookBack } from './lookBack.ts';

type Way = 'pleasant' | 'stirred';
const ways: readonly Way[] = ['pleasant', 'stirred'];

/** How it was at each moment, both ways of the plane, one lane each. */
export function ImpactChart({ view }: { view: LookBack }) {
  const text = useText();
  const { t, formatDate } = text;
  const { moments, days } = view;
  const { unit, bins } = binRows(moments);
  const columns = bins.map(
    ({ from, to, rows }): Column => ({
      from,
      to,
      spreads: ways.map((way) => spreadOf(valuesOf(rows, way))),
    }),
  );
  return (
    <ChartFigure
      name="impact"
      title={t('lookingBack.impact.title', {
        count: moments.length,
        from: formatDate(moments[0]?.day ?? days.from),
        to: formatDate(moments.at(-1)?.day ?? days.to),
      })}
      about={t(`lookingBack.impact.about.${unit}`)}
      isTooFew={isTooFew(moments.length)}
      points={bins.length}
      wordsOf={(point) => momentsInWords(text, unit, bins[point])}
      draw={(width) =>
        drawLanes({
          days,
          width,
          columns,
          bounds: [-planeEnd, planeEnd],
          ticks: [-planeEnd, 0, planeEnd],
          lanes: [
            { high: t('moments.plane.end.pleasant'), low: t('moments.plane.end.unpleasant'), shape: 'dot' },
            { high: t('moments.plane.end.stirred'), low: t('moments.plane.end.calm'), shape: 'diamond' },
          ],
        })
      }
      table={() => (
        <PagedTable
          caption={t('lookingBack.impact.table')}
          rows={moments.map((moment, index) => ({ ...moment, key: String(index) })).reverse()}
          rowKey={(row) => row.key}
          columns={[
            { key: 'day', title: t('lookingBack.column.day'), cell: (row) => formatDate(row.day) },
            ...ways.map((way) => ({
              key: way,
              title: t(`moments.plane.${way}`),
              cell: (row: PastMoment) => placed(text, way, row[way]),
            })),
          ]}
        />
      )}
    />
  );
}

function momentsInWords(text: Text, unit: BinUnit, bin: Bin<PastMoment> | undefined): string {
  if (bin === undefined) return '';
  const { t } = text;
  const when = binInWords(text, unit, bin);
  const [only, ...others] = bin.rows;
  if (only !== undefined && others.length === 0) {
    const what = ways.map((way) => placed(text, way, only[way])).join(', ');
    return t('lookingBack.impact.one', { when, what });
  }
  const parts = ways.flatMap((way) => {
    const spread = spreadOf(valuesOf(bin.rows, way));
    if (spread === null) return [];
    if (spread.low === spread.high) return [`${capital(placed(text, way, spread.low))}.`];
    return [
      t('lookingBack.impact.spread', {
        low: capital(placed(text, way, spread.low)),
        high: placed(text, way, spread.high),
        middle: placed(text, way, spread.middle),
      }),
    ];
  });
  return [t('lookingBack.impact.several', { when, count: bin.rows.length }), ...parts].join(' ');
}

function valuesOf(rows: readonly PastMoment[], way: Way): number[] {
  return rows.map((row) => row[way]).filter((value) => value !== null);
}

function placed({ t }: Pick<Text, 't'>, way: Way, value: number | null): string {
  if (value === null) return t('moments.plane.none');
  return way === 'pleasant'
    ? t(`moments.place.${placeWord('pleasant', value)}`)
    : t(`moments.place.${placeWord('stirred', value)}`);
}

function capital(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
