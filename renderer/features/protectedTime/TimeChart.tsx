import { type ReactNode, useId } from 'react';
import type { SessionTimeBody } from '../../../shared/model/agreement.ts';
import { ChartFigure, type Drawing } from '../../charts/ChartFigure.tsx';
import { Hatch } from '../../charts/Hatch.tsx';
import { valueScale } from '../../charts/scales.ts';
import { type Text, useText } from '../../i18n.ts';
import { type Column, columnInWords } from './columns.ts';
import styles from './TimeChart.module.css';

type Names = { readonly supervisee: string; readonly supervisor: string };

const widest = 56;
const left = 52;
const top = 26;
const height = 150;
const bottom = 44;
const marks = { held: '', interrupted: '≈', moved: '→', cancelled: '×' } as const;

/**
 * Minutes of each session as each of the two says, beside what they mean to have. Told apart by fill and hatching as much as
 * by colour.
 */
export function TimeChart(props: {
  columns: readonly Column[];
  names: Names;
  minutes: number | null;
  isTooFew: boolean;
  table: () => ReactNode;
}) {
  const text = useText();
  const { t } = text;
  const { columns, names, minutes } = props;
  const id = useId().replace(/[^\w-]/g, '');
  const dates = columns.flatMap(({ session }) => (session === null ? [] : [session.date]));
  return (
    <ChartFigure
      name="time"
      title={t('time.chart.caption', {
        count: dates.length,
        from: text.formatDate(dates[0] ?? ''),
        to: text.formatDate(dates.at(-1) ?? ''),
      })}
      about={minutes === null ? null : t('time.chart.against', { count: minutes })}
      isTooFew={props.isTooFew}
      points={columns.length}
      wordsOf={(point) => {
        const column = columns[point];
        return column === undefined ? '' : columnInWords(text, names, column);
      }}
      draw={(width) => drawTime({ text, columns, minutes, width, id: `time${id}` })}
      chartKey={<Key names={names} />}
      table={props.table}
    />
  );
}

function drawTime(input: {
  text: Text;
  columns: readonly Column[];
  minutes: number | null;
  width: number;
  id: string;
}): Drawing {
  const { text, columns, minutes, id } = input;
  const columnWidth = Math.min(widest, (input.width - left - 8) / columns.length);
  const right = left + columns.length * columnWidth;
  const most = highest(columns, minutes);
  const y = valueScale([0, most], [top, top + height]);
  const x = (index: number) => left + index * columnWidth;
  // Days that would run into each other: every second, every third.
  const labelEvery = Math.ceil(34 / columnWidth);
  return {
    height: top + height + bottom,
    places: columns.map((_, index) => ({ x: x(index) + columnWidth / 2, y: top + height / 2 })),
    marks: (
      <>
        <defs>
          <Hatch id={id} line={styles.hatchLine} />
        </defs>
        <text x={left - 8} y={top - 10} className={styles.axis} textAnchor="end">
          {text.t('time.chart.minutes')}
        </text>
        {ticks(most).map((tick) => (
          <g key={tick}>
            <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className={styles.grid} />
            <text x={left - 8} y={y(tick) + 5} className={styles.axis} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        {minutes === null ? null : (
          <line x1={left} x2={right} y1={y(minutes)} y2={y(minutes)} className={styles.standard} />
        )}
        {columns.map((column, index) => (
          <g key={column.key} transform={`translate(${x(index)} 0)`}>
            <Bars column={column} width={columnWidth} y={y} hatch={`url(#${id})`} />
            {index % labelEvery === 0 ? <Day column={column} x={columnWidth / 2} text={text} /> : null}
          </g>
        ))}
      </>
    ),
    chosen: (at) => (
      <rect x={x(at) + 2} y={top} width={columnWidth - 4} height={height} className={styles.chosen} />
    ),
  };
}

function Bars(props: { column: Column; width: number; y: (value: number) => number; hatch: string }) {
  const { column, width, y, hatch } = props;
  const middle = width / 2;
  if (column.session === null) {
    return <line x1={middle - 8} x2={middle + 8} y1={y(0) - 8} y2={y(0) - 8} className={styles.empty} />;
  }
  const bar = Math.min(16, width * 0.28);
  const { supervisee, supervisor } = column.session;
  return (
    <>
      <Bar said={supervisee} x={middle - bar - 2} width={bar} y={y} className={styles.supervisee ?? ''} />
      <Bar
        said={supervisor}
        x={middle + 2}
        width={bar}
        y={y}
        className={styles.supervisor ?? ''}
        fill={hatch}
      />
    </>
  );
}

function Bar(props: {
  said: SessionTimeBody | null;
  x: number;
  width: number;
  y: (value: number) => number;
  className: string;
  fill?: string;
}) {
  const { said, x, y, width } = props;
  if (said === null) return null;
  const value = said.minutes ?? 0;
  return (
    <>
      {value === 0 ? null : (
        <rect
          x={x}
          y={y(value)}
          width={width}
          height={y(0) - y(value)}
          className={props.className}
          {...(props.fill === undefined ? {} : { fill: props.fill })}
        />
      )}
      <text x={x + width / 2} y={y(value) - 5} className={styles.mark} textAnchor="middle">
        {marks[said.outcome]}
      </text>
    </>
  );
}

/** The day under a column, its month below. The whole date is in the words and in the table. */
function Day({ column, x, text }: { column: Column; x: number; text: Text }) {
  const [day, month] = text.formatDate(column.session?.date ?? column.expected?.from ?? '').split(' ');
  return (
    <text x={x} y={top + height + 18} className={styles.axis} textAnchor="middle">
      {column.session === null ? null : <tspan x={x}>{day}</tspan>}
      <tspan x={x} dy="18">
        {month?.slice(0, 3)}
      </tspan>
    </text>
  );
}

function Key({ names }: { names: Names }) {
  const { t } = useText();
  return (
    <>
      <span>
        <i className={styles.keySupervisee} /> {names.supervisee}
      </span>
      <span>
        <i className={styles.keySupervisor} /> {names.supervisor}
      </span>
      <span>
        {marks.interrupted} {t('time.said.interrupted')}
      </span>
      <span>
        {marks.moved} {t('time.said.moved')}
      </span>
      <span>
        {marks.cancelled} {t('time.said.cancelled')}
      </span>
      <span>– {t('time.chart.emptyKey')}</span>
    </>
  );
}

function highest(columns: readonly Column[], minutes: number | null): number {
  const said = columns.flatMap(({ session }) => [
    session?.supervisee?.minutes ?? 0,
    session?.supervisor?.minutes ?? 0,
  ]);
  return Math.ceil(Math.max(60, minutes ?? 0, ...said) / 30) * 30;
}

function ticks(most: number): number[] {
  const step = most > 240 ? 120 : most > 120 ? 60 : 30;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}
