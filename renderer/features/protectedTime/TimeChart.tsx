import { useId, useState } from 'react';
import type { SessionTimeBody } from '../../../shared/model/agreement.ts';
import { useText } from '../../i18n.ts';
import { type Column, columnInWords } from './columns.ts';
import styles from './TimeChart.module.css';

type Names = { readonly supervisee: string; readonly supervisor: string };

const columnWidth = 56;
const barWidth = 16;
const left = 52;
const top = 26;
const height = 150;
const bottom = 44;
const marks = { held: '', interrupted: '≈', moved: '→', cancelled: '×' } as const;

/**
 * Minutes of each session as each of the two says, beside what they mean to have. Told apart by fill and hatching as much as
 * by colour, and gone through one by one with the arrow keys.
 */
export function TimeChart(props: { columns: readonly Column[]; names: Names; minutes: number | null }) {
  const text = useText();
  const { t } = text;
  const { columns, names, minutes } = props;
  const id = useId();
  const [chosen, setChosen] = useState(columns.length - 1);
  const at = Math.min(chosen, columns.length - 1);
  const column = columns[at];
  const most = highest(columns, minutes);
  const y = (value: number) => top + height - (value / most) * height;
  const width = left + columns.length * columnWidth + 8;
  const caption =
    minutes === null ? t('time.chart.caption') : t('time.chart.captionAgainst', { count: minutes });
  if (column === undefined) return null;
  return (
    <figure className={styles.figure} data-chart="time">
      <figcaption>{caption}</figcaption>
      <svg
        className={styles.svg}
        viewBox={`0 0 ${width} ${top + height + bottom}`}
        style={{ maxInlineSize: `${width}px` }}
        role="img"
        aria-labelledby={`${id}-title`}
      >
        <title id={`${id}-title`}>{caption}</title>
        <defs>
          <pattern
            id={`${id}-hatch`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" className={styles.hatchPaper} />
            <line x1="0" y1="0" x2="0" y2="6" className={styles.hatchLine} />
          </pattern>
        </defs>
        <text x={left - 8} y={top - 10} className={styles.axis} textAnchor="end">
          {t('time.chart.minutes')}
        </text>
        {ticks(most).map((tick) => (
          <g key={tick}>
            <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} className={styles.grid} />
            <text x={left - 8} y={y(tick) + 5} className={styles.axis} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        {minutes === null ? null : (
          <line x1={left} x2={width} y1={y(minutes)} y2={y(minutes)} className={styles.standard} />
        )}
        {columns.map((one, index) => (
          <g key={one.key} transform={`translate(${left + index * columnWidth} 0)`}>
            {index === at ? (
              <rect x="2" y={top} width={columnWidth - 4} height={height} className={styles.chosen} />
            ) : null}
            {one.session === null ? (
              <line x1="20" x2="36" y1={y(0) - 8} y2={y(0) - 8} className={styles.empty} />
            ) : (
              <>
                <Bar said={one.session.supervisee} x={10} y={y} className={styles.supervisee ?? ''} />
                <Bar
                  said={one.session.supervisor}
                  x={30}
                  y={y}
                  className={styles.supervisor ?? ''}
                  fill={`url(#${id}-hatch)`}
                />
              </>
            )}
            <Day column={one} />
          </g>
        ))}
      </svg>
      <div className={styles.key} aria-hidden="true">
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
      </div>
      <div className={styles.go}>
        <label htmlFor={`${id}-go`}>{t('time.chart.go')}</label>
        <input
          id={`${id}-go`}
          type="range"
          min={0}
          max={columns.length - 1}
          value={at}
          onChange={(event) => setChosen(Number(event.target.value))}
          aria-valuetext={columnInWords(text, names, column)}
        />
      </div>
      <p className={styles.words}>{columnInWords(text, names, column)}</p>
    </figure>
  );
}

function Bar(props: {
  said: SessionTimeBody | null;
  x: number;
  y: (value: number) => number;
  className: string;
  fill?: string;
}) {
  const { said, x, y } = props;
  if (said === null) return null;
  const value = said.minutes ?? 0;
  return (
    <>
      {value === 0 ? null : (
        <rect
          x={x}
          y={y(value)}
          width={barWidth}
          height={y(0) - y(value)}
          className={props.className}
          {...(props.fill === undefined ? {} : { fill: props.fill })}
        />
      )}
      <text x={x + barWidth / 2} y={y(value) - 5} className={styles.mark} textAnchor="middle">
        {marks[said.outcome]}
      </text>
    </>
  );
}

/** The day under a column, its month below. The whole date is in the words and in the table. */
function Day({ column }: { column: Column }) {
  const { formatDate } = useText();
  const [day, month] = formatDate(column.session?.date ?? column.expected?.from ?? '').split(' ');
  return (
    <text x={columnWidth / 2} y={top + height + 18} className={styles.axis} textAnchor="middle">
      {column.session === null ? null : <tspan x={columnWidth / 2}>{day}</tspan>}
      <tspan x={columnWidth / 2} dy="18">
        {month?.slice(0, 3)}
      </tspan>
    </text>
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
