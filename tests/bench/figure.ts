/** One measured figure. `bound` is held by the median unless `what` says p95. */
export type Figure = {
  readonly id: string;
  readonly what: string;
  /** How many times it was measured. */
  readonly n: number;
  readonly unit: 'ms' | 's' | 'B' | 'kB' | 'MB' | '×';
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly p95: number;
  readonly bound: number;
  readonly holds: boolean;
};

/** A group of figures: one file each. `runs` is at least 5. */
export type Group = (runs: number) => Promise<Figure[]>;

export type Asked = Pick<Figure, 'id' | 'what' | 'unit' | 'bound'> & {
  readonly samples: readonly number[];
  /** What the bound is about. */
  readonly by: 'median' | 'p95';
  /** Whether reaching the bound is still within it ("≤"). */
  readonly inclusive?: boolean;
};

export function figureOf({ samples, by, inclusive, ...asked }: Asked): Figure {
  const sorted = samples.toSorted((one, other) => one - other);
  const figure = {
    n: sorted.length,
    median: round(quantile(sorted, 0.5)),
    min: round(sorted[0] ?? Number.NaN),
    max: round(sorted.at(-1) ?? Number.NaN),
    p95: round(quantile(sorted, 0.95)),
  };
  const measured = figure[by];
  return { ...asked, ...figure, holds: inclusive ? measured <= asked.bound : measured < asked.bound };
}

export function median(samples: readonly number[]): number {
  return quantile(
    samples.toSorted((one, other) => one - other),
    0.5,
  );
}

/** The smallest measured value that this share of all values does not exceed. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Three digits that mean something. */
function round(value: number): number {
  return Number(value.toPrecision(3));
}
