import styles from './Charts.module.css';
import type { Drawing } from './ChartFigure.tsx';
import { Dots, Hatch } from './Hatch.tsx';
import { lengthScale } from './scales.ts';

export type Bar = {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly fill: 'solid' | 'hatch' | 'dots' | 'open';
};

const rowHeight = 48;
const barHeight = 14;
const side = 8;

/** How often each, one below the other in the order they are asked, never in the order of their length. */
export function drawBars(input: {
  /** Names the patterns, which are found by id in the whole page. */
  readonly id: string;
  readonly bars: readonly Bar[];
  readonly width: number;
}): Drawing {
  const { bars, width, id } = input;
  const most = Math.max(...bars.map((bar) => bar.value));
  const length = lengthScale(most, width - side * 2 - 48);
  const row = (index: number) => index * rowHeight;
  const fills = { open: 'none', hatch: `url(#${id}-hatch)`, dots: `url(#${id}-dots)` };
  return {
    height: bars.length * rowHeight,
    places: bars.map((_, index) => ({ x: 0, y: row(index) + rowHeight / 2 })),
    marks: (
      <>
        <defs>
          <Hatch id={`${id}-hatch`} />
          <Dots id={`${id}-dots`} />
        </defs>
        {bars.map((bar, index) => (
          <g key={bar.key} transform={`translate(${side} ${row(index)})`}>
            <text y="18" className={styles.label}>
              {bar.label}
            </text>
            {bar.value === 0 ? null : (
              <rect
                y="26"
                width={length(bar.value)}
                height={barHeight}
                {...(bar.fill === 'solid'
                  ? { className: styles.bar }
                  : { className: styles.barEdge, fill: fills[bar.fill] })}
              />
            )}
            <text x={length(bar.value) + (bar.value === 0 ? 0 : 8)} y="39" className={styles.label}>
              {bar.value}
            </text>
          </g>
        ))}
      </>
    ),
    chosen: (at) => (
      <rect x="0" y={row(at) + 1} width={width} height={rowHeight - 2} rx="4" className={styles.ring} />
    ),
  };
}
