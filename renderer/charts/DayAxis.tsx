import { type Text, useText } from '../i18n.ts';
import styles from './Charts.module.css';
import type { DayScale } from './scales.ts';

/** Room below a drawing for two lines. */
export const dayAxisHeight = 46;

/** Round days along the bottom: days and months over a few weeks, months over a year or two, years over many. */
export function DayAxis(props: { scale: DayScale; top: number; bottom: number; width: number }) {
  const text = useText();
  const { scale, top, bottom, width } = props;
  const ticks = scale.ticks(Math.max(2, Math.min(8, Math.floor(width / 90))));
  return (
    <g>
      {ticks.map((day, index) => {
        const x = scale.edge(day);
        const [first, second] = labelOf(text, day, scale.days, ticks[index - 1]);
        const anchor = x < 20 ? 'start' : x > width - 24 ? 'end' : 'middle';
        return (
          <g key={day}>
            <line x1={x} x2={x} y1={top} y2={bottom + 4} className={styles.grid} />
            <text x={x} y={bottom + 20} className={styles.axis} textAnchor={anchor}>
              {first}
              <tspan x={x} dy="17">
                {second}
              </tspan>
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The year stands where it begins to hold. */
function labelOf(
  { formatDate, formatMonth }: Pick<Text, 'formatDate' | 'formatMonth'>,
  day: string,
  days: number,
  before: string | undefined,
): readonly [string, string] {
  const year = day.slice(0, 4);
  const isNew = before?.slice(0, 4) !== year;
  if (days > 1000) return [isNew ? year : '', ''];
  const month = formatMonth(day).slice(0, 3);
  const first = days > 120 ? month : `${formatDate(day).split(' ')[0]} ${month}`;
  return [first, isNew ? year : ''];
}
