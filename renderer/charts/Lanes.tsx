import styles from './Charts.module.css';
import type { Drawing } from './ChartFigure.tsx';
import { DayAxis, dayAxisHeight } from './DayAxis.tsx';
import { dayScale, type Days, valueScale } from './scales.ts';

/** Lowest, middle and highest of what one mark stands for. */
export type Spread = { readonly low: number; readonly middle: number; readonly high: number };

/** A stretch of days along the chart, with what each lane has of it; null for nothing. */
export type Column = {
  readonly from: string;
  readonly to: string;
  readonly spreads: readonly (Spread | null)[];
};

/** One row of the chart, with a word at its upper and its lower end. */
export type Lane = {
  readonly name?: string;
  readonly high: string;
  readonly low: string;
  readonly shape: keyof typeof shapes;
};

const laneHeight = 112;
const between = 26;
const top = 22;
const side = 12;
const size = 4.5;

const shapes = { dot: dotPath, diamond: diamondPath, ring: dotPath } as const;

/**
 * Several lanes over the same days, so that nothing is laid over anything else: in each, a line from the lowest to the
 * highest of a column and a mark at the middle one. Lanes differ by place and by shape.
 */
export function drawLanes(input: {
  readonly days: Days;
  readonly bounds: readonly [number, number];
  readonly ticks: readonly number[];
  readonly lanes: readonly Lane[];
  readonly columns: readonly Column[];
  readonly width: number;
}): Drawing {
  const { columns, width, bounds } = input;
  const scale = dayScale(input.days, [side, width - side]);
  const step = laneHeight + between * 2;
  const bottom = top + input.lanes.length * step - between * 2;
  const xs = columns.map((column) => scale.place(column.from, column.to));
  const lanes = input.lanes.map((lane, index) => {
    const laneTop = top + index * step;
    const y = valueScale(bounds, [laneTop, laneTop + laneHeight]);
    return { lane, y, top: laneTop, spreads: columns.map((column) => column.spreads[index] ?? null) };
  });
  return {
    height: bottom + between + dayAxisHeight,
    places: xs.map((x) => ({ x, y: (top + bottom) / 2 })),
    marks: (
      <>
        <DayAxis scale={scale} top={top} bottom={bottom + between - 6} width={width} />
        {lanes.map((one) => (
          <LaneMarks key={one.top} {...one} width={width} ticks={input.ticks} xs={xs} />
        ))}
      </>
    ),
    chosen: (at) => {
      const x = xs[at] ?? 0;
      const rings = lanes.map(({ spreads, y }) => {
        const spread = spreads[at] ?? null;
        return spread === null ? '' : circlePath(x, y(spread.middle), size + 4);
      });
      return (
        <>
          <line x1={x} x2={x} y1={top} y2={bottom} className={styles.cursor} />
          <path d={rings.join('')} className={styles.ring} />
        </>
      );
    },
  };
}

function LaneMarks(props: {
  lane: Lane;
  top: number;
  width: number;
  y: (value: number) => number;
  ticks: readonly number[];
  spreads: readonly (Spread | null)[];
  xs: readonly number[];
}) {
  const { lane, y, xs, spreads } = props;
  // One path a kind of mark: a browser draws it far faster than as many elements.
  const lines: string[] = [];
  const marks: string[] = [];
  spreads.forEach((spread, index) => {
    const x = xs[index] ?? 0;
    if (spread === null) return;
    if (spread.low !== spread.high) lines.push(`M${x} ${y(spread.low)}V${y(spread.high)}`);
    marks.push(shapes[lane.shape](x, y(spread.middle)));
  });
  return (
    <g>
      {props.ticks.map((tick) => (
        <line
          key={tick}
          x1={side}
          x2={props.width - side}
          y1={y(tick)}
          y2={y(tick)}
          className={styles.grid}
        />
      ))}
      <text x={side} y={props.top - 7} className={styles.axis}>
        {lane.name === undefined ? lane.high : `${lane.name}: ${lane.high}`}
      </text>
      <text x={side} y={props.top + laneHeight + 18} className={styles.axis}>
        {lane.low}
      </text>
      <path d={lines.join('')} className={styles.spread} />
      <path d={marks.join('')} className={lane.shape === 'ring' ? styles.hollow : styles.mark} />
    </g>
  );
}

/** A circle as a path, so that many can be one. */
export function circlePath(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0`;
}

export function dotPath(x: number, y: number): string {
  return circlePath(x, y, size);
}

function diamondPath(x: number, y: number): string {
  const reach = size * 1.35;
  return `M${x - reach} ${y}l${reach} ${-reach}l${reach} ${reach}l${-reach} ${reach}z`;
}
