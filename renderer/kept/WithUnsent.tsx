import { type ReactNode, useState } from 'react';
import type { UnsentBody } from '../../shared/model/unsent.ts';
import { call, useCall } from '../api.ts';
import { useText } from '../i18n.ts';
import { Loaded, toast } from '../ui/index.ts';
import { useDraft } from '../useDraft.ts';

export type Unsent<F> = {
  readonly value: F;
  readonly change: (part: Partial<F>) => void;
  /** Saves now what is not saved. */
  readonly flush: () => Promise<boolean>;
  /** To call when it was sent: nothing of it stays. */
  readonly done: () => Promise<void>;
  /** Leaves nothing behind but a short while to undo that. */
  readonly putAway: () => Promise<void>;
};

type Fields = Readonly<Record<string, string>>;

/**
 * Around a form that sends at once: what is typed in it is kept as it is typed, and there again when the form is opened later,
 * after a lock too. Never for a form whose opening alone means something.
 */
export function WithUnsent<F extends Fields>(props: {
  form: UnsentBody['form'];
  about: string | null;
  /** Each field with what it holds when nothing was typed. */
  empty: F;
  children: (unsent: Unsent<F>) => ReactNode;
}) {
  const { form, about } = props;
  const found = useCall('unsent.get', { form, about });
  return (
    <Loaded call={found}>
      {({ fields }) => (
        <Kept {...props} typed={Object.fromEntries((fields ?? []).map(({ name, text }) => [name, text]))} />
      )}
    </Loaded>
  );
}

function Kept<F extends Fields>(props: {
  form: UnsentBody['form'];
  about: string | null;
  empty: F;
  typed: Fields;
  children: (unsent: Unsent<F>) => ReactNode;
}) {
  const { t } = useText();
  const { form, about, empty } = props;
  // What is being typed leads: what the vault has was typed here a moment before.
  const [initial] = useState<F>(() => ({ ...empty, ...props.typed }));
  const { value, change, autosave } = useDraft<'unsent.save', F>({
    key: `unsent:${form}:${about ?? 'alone'}`,
    method: 'unsent.save',
    initial,
    toInput,
  });
  function toInput(fields: F) {
    return { form, about, fields: Object.entries(fields).map(([name, text]) => ({ name, text })) };
  }
  async function done() {
    autosave.forget();
    // A save may be under way: only when it is through is all of it there to throw away.
    await autosave.flush();
    await call('unsent.throwAway', { form, about });
  }
  async function putAway() {
    const left = value;
    await done();
    if (Object.entries(left).every(([name, text]) => text === empty[name])) return;
    toast(t('kept.left'), () => void call('unsent.save', toInput(left)).catch(() => undefined));
  }
  return props.children({ value, change, flush: autosave.flush, done, putAway });
}
