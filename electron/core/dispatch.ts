import type { z } from 'zod';
import type { CallShape } from '../../shared/contract/call.ts';
import { contract, type Method } from '../../shared/contract/index.ts';
import type { Result } from '../../shared/result.ts';
import { api } from './api.ts';
import type { Deps } from './deps.ts';
import { expectedFailure } from './failure.ts';
import { refuseOutsideTogether } from './together.ts';

/**
 * Runs one call: name, input, service, output. Knows no transport. Never throws; a failure has changed nothing and its
 * message holds no value of the input. After a success it says which topics changed.
 */
export async function dispatch(deps: Deps, method: string, input: unknown): Promise<Result<unknown>> {
  if (!isMethod(method)) {
    return { ok: false, error: { code: 'unknown_method', message: 'There is no call of this name.' } };
  }
  const shape: CallShape = contract[method];
  try {
    const parsed = shape.input.safeParse(input);
    if (!parsed.success) return badInput(method, parsed.error);
    refuseOutsideTogether(deps, method, parsed.data);
    const service: (deps: Deps, input: never) => unknown = api[method];
    const value = shape.output.parse(await service(deps, parsed.data as never));
    if (shape.changes.length > 0) deps.emit({ name: 'changed', topics: [...shape.changes] });
    return { ok: true, value };
  } catch (error) {
    const failure = expectedFailure(error);
    if (failure) return { ok: false, error: failure };
    logRedacted(method, error);
    return { ok: false, error: { code: 'unexpected', message: `${method} failed; the log has its stack.` } };
  }
}

function isMethod(method: string): method is Method {
  return Object.hasOwn(contract, method);
}

/** Names the first field that was refused and the rule, never what it held. */
function badInput(method: Method, error: z.ZodError): Result<never> {
  const issue = error.issues[0];
  const field = issue?.path.map(fieldName).join('.') || 'input';
  return {
    ok: false,
    error: { code: 'bad_input', message: `${method}: ${field} was refused (${issue?.code ?? 'invalid'}).` },
  };
}

/** A key that is not one of our own field names may be something a person wrote. */
function fieldName(part: PropertyKey): string {
  return /^(\d+|[a-z][A-Za-z0-9]{0,39})$/.test(String(part)) ? String(part) : '*';
}

/** The kind of error and where it came from. Its message is left out: it may quote what somebody wrote. */
function logRedacted(method: string, error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  console.error([`unexpected ${kind} in ${method}`, ...frames].join('\n'));
}
