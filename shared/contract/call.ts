import type { z } from 'zod';
import type { Topic } from '../events.ts';

/** One call the window may make: what goes in, what comes out, what it reads and what a success changes. */
export type CallShape = {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Topics this call reads: `useCall` runs again when one of them changes. */
  readonly reads: readonly Topic[];
  /** Topics a successful run changes. */
  readonly changes: readonly Topic[];
};

export function read<I extends z.ZodType, O extends z.ZodType>(reads: readonly Topic[], input: I, output: O) {
  return { input, output, reads, changes: [] as readonly Topic[] } as const;
}

export function write<I extends z.ZodType, O extends z.ZodType>(
  changes: readonly Topic[],
  input: I,
  output: O,
) {
  return { input, output, reads: [] as readonly Topic[], changes } as const;
}
