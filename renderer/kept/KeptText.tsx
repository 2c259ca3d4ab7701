import { TextArea, TextField } from '../ui/index.ts';
import type { KeptRecord } from './useKeptRecord.ts';

type TextOf<D> = { [K in keyof D]: D[K] extends string ? K : never }[keyof D] & string;

/** A box for one text of a kept record; what is in it is saved when it is left, at the latest. */
export function KeptArea<D>(props: {
  record: Pick<KeptRecord<D>, 'draft' | 'change' | 'autosave'>;
  field: TextOf<D>;
  label: string;
  description?: string;
}) {
  const { record, field, ...said } = props;
  return <TextArea {...said} {...boxOf(record, field)} maxLength={5000} writing short />;
}

/** A line for one short text of a kept record. */
export function KeptLine<D>(props: {
  record: Pick<KeptRecord<D>, 'draft' | 'change' | 'autosave'>;
  field: TextOf<D>;
  label: string;
  description?: string;
  maxLength: number;
}) {
  const { record, field, ...said } = props;
  return <TextField {...said} {...boxOf(record, field)} />;
}

function boxOf<D>(record: Pick<KeptRecord<D>, 'draft' | 'change' | 'autosave'>, field: TextOf<D>) {
  return {
    value: String(record.draft[field]),
    onChange: (text: string) => record.change({ [field]: text } as Partial<D>),
    onBlur: () => void record.autosave.flush(),
  };
}
