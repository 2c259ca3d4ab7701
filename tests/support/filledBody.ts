import { z } from 'zod';

type Json = {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
  readonly items?: Json;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly minimum?: number;
  readonly maxLength?: number;
};

/**
 * A body with something in every field of its schema, and its own path in every field that takes free words: it follows the schema,
 * so a field that is added later is filled as well. A field of few letters gets the beginning of its path. Fields whose form is fixed (ids, days, choices, numbers) get a sound value.
 */
export function filledBody(schema: z.ZodType, canary: string): unknown {
  return fill(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json, canary);
}

function fill(json: Json, path: string): unknown {
  if (json.const !== undefined) return json.const;
  if (json.enum !== undefined) return json.enum[0];
  const choices = json.anyOf ?? json.oneOf;
  if (choices !== undefined) {
    const said = choices.find((one) => one.type !== 'null');
    return said === undefined ? null : fill(said, path);
  }
  switch (json.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(json.properties ?? {}).map(([key, one]) => [key, fill(one, `${path}.${key}`)]),
      );
    case 'array':
      return json.items === undefined ? [] : [fill(json.items, path)];
    case 'string':
      return worded(json, path);
    case 'integer':
    case 'number':
      return Math.max(json.minimum ?? 0, 1);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

/** The path wherever free words, or a code of few letters, may stand; else what the form asks for. */
function worded({ format, pattern, maxLength }: Json, path: string): string {
  if (format === 'date') return '2026-10-13';
  if (format === 'date-time') return '2026-10-13T09:00:00.000Z';
  const form = new RegExp(pattern ?? '', 'u');
  const said = [
    path.slice(0, maxLength ?? 200),
    path.slice(0, 20),
    'a'.repeat(26),
    'a'.repeat(64),
    '2026-10',
  ];
  return said.find((one) => form.test(one)) ?? path;
}
