import type { NotedWeight } from '../../shared/model/residue.ts';
import styles from './Charts.module.css';
import type { Drawing } from './ChartFigure.tsx';
import { DayAxis, dayAxisHeight } from './DayAxis.tsx';
import { circlePath, dotPath } from './Lanes.tsx';
import { dayScale, type Days, valueScale } from './scales.ts';

const height = 220;
const top = 24;
const left = 30;
const side = 14;

/** How each thing went over time: a ring where it began, a dot where it is now, a line through what was noted between. */
export function drawCurves(input: {
  readonly days: Days;
  readonly bounds: readonly [number, number];
  readonly ticks: readonly number[];
  readonly high: string;
  readonly low: string;
  readonly curves: readonly (readonly NotedWeight[])[];
  readonly width: number;
}): Drawing {
  const { width, curves } = input;
  const scale = dayScale(input.days, [left, width - side]);
  const y = valueScale(input.bounds, [top, top + height]);
  const bottom = top + height;
  const points = curves.map((curve) => curve.map((one) => ({ x: scale.place(one.day), y: y(one.weight) })));
  const lines = points.map((curve) => lineThrough(curve));
  const firsts = points.map((curve) => curve[0]).filter((one) => one !== undefined);
  const lasts = points.map((curve) => curve.at(-1)).filter((one) => one !== undefined);
  return {
    height: bottom + 20 + dayAxisHeight,
    places: lasts,
    marks: (
      <>
        <DayAxis scale={scale} top={top} bottom={bottom + 18} width={width} />
        {input.ticks.map((tick) => (
          <g key={tick}>
            <line x1={left} x2={width - side} y1={y(tick)} y2={y(tick)} className={styles.grid} />
            <text x={left - 7} y={y(tick) + 5} className={styles.axis} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        <text x={left} y={top - 9} className={styles.axis}>
          {input.high}
        </text>
        <text x={left} y={bottom + 18} className={styles.axis}>
          {input.low}
        </text>
        <path d={lines.join('')} className={styles.line} />
        <path d={firsts.map((one) => dotPath(one.x, one.y)).join('')} className={styles.hollow} />
        <path d={lasts.map((one) => dotPath(one.x, one.y)).join('')} className={styles.mark} />
      </>
    ),
    chosen: (at) => {
      const curve = points[at] ?? [];
      return (
        <>
          <path d={lineThrough(curve)} className={styles.cursor} />
          <path d={curve.map((one) => circlePath(one.x, one.y, 8.5)).join('')} className={styles.ring} />
        </>
      );
    },
  };
}

/** A figure that holds over stretches of days: a level line for each, nothing between two that do not touch. */
export function drawLevels(input: {
  readonly days: Days;
  readonly bounds: readonly [number, number];
  readonly ticks: readonly number[];
  readonly high: string;
  readonly low: string;
  readonly levels: readonly { readonly from: string; readonly to: string; readonly value: number }[];
  readonly width: number;
}): Drawing {
  const { levels, width } = input;
  const base = drawCurves({ ...input, curves: [] });
  const scale = dayScale(input.days, [left, width - side]);
  const y = valueScale(input.bounds, [top, top + height]);
  const right = (to: string) => scale.place(to) * 2 - scale.edge(to);
  const level = ({ from, to, value }: (typeof levels)[number]) =>
    `M${scale.edge(from)} ${y(value)}H${right(to)}`;
  return {
    ...base,
    places: levels.map((one) => ({ x: scale.place(one.from, one.to), y: y(one.value) })),
    marks: (
      <>
        {base.marks}
        <path d={levels.map(level).join('')} className={styles.level} />
      </>
    ),
    chosen: (at) => {
      const one = levels[at];
      return one === undefined ? null : <path d={level(one)} className={styles.cursor} />;
    },
  };
}

function lineThrough(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points.length < 2 ? '' : `M${points.map((one) => `${one.x} ${one.y}`).join('L')}`;
}
