import { type ReactNode, useEffect, useRef, useState } from 'react';
import { call, useAction } from '../api.ts';
import { useText } from '../i18n.ts';
import {
  AlertDialog,
  Button,
  Card,
  FailureNotice,
  Quiet,
  Row,
  SavedState,
  Stack,
  toast,
} from '../ui/index.ts';
import { leadsToRefused } from './refused.ts';
import type { KeptRecord } from './useKeptRecord.ts';

/**
 * Around the fields of an entry that is kept for its owner alone, saved from the first thing said. A new one can be left, and
 * leaves nothing behind but a short while to undo that; an earlier one (`item`) can be erased for good.
 */
export function KeptForm(props: {
  title: string;
  lead?: string;
  item: string | null;
  isEmpty: boolean;
  record: Pick<KeptRecord<never>, 'autosave' | 'keep' | 'leave'>;
  onDone: () => void;
  /** Instead of leaving a new one; called when nothing of it is left. */
  leave?: { readonly label: string; readonly run: () => Promise<unknown> };
  children: ReactNode;
}) {
  const { t } = useText();
  const { item, isEmpty, record, onDone } = props;
  const [isErasing, setErasing] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  // It opened by a press: the cursor waits where one begins.
  useEffect(() => fields.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  const keeping = useAction(async () => {
    // All else that was said is kept.
    if (leadsToRefused(fields.current)) return void (await record.autosave.flush());
    if (!(await record.keep())) return;
    if (!isEmpty && item === null) toast(t('kept.kept'));
    onDone();
  });
  const leaving = useAction(async () => {
    const bringBack = await record.leave();
    await props.leave?.run();
    if (bringBack !== null) toast(t('kept.left'), bringBack);
    onDone();
  });
  const erasing = useAction(async () => {
    record.autosave.forget();
    await record.autosave.flush();
    if (item !== null) await call('kept.erase', { item });
    onDone();
  });
  return (
    <Card title={props.title}>
      <Stack>
        {props.lead === undefined ? null : <Quiet>{props.lead}</Quiet>}
        <div ref={fields}>
          <Stack>{props.children}</Stack>
        </div>
        <FailureNotice error={keeping.error ?? leaving.error ?? erasing.error} />
        <Row>
          <Button kind="primary" onPress={() => void keeping.run()} isBusy={keeping.busy}>
            {t(item === null ? 'kept.keep' : 'common.done')}
          </Button>
          {item === null ? (
            <Button onPress={() => void leaving.run()} isBusy={leaving.busy}>
              {props.leave?.label ?? t('kept.leave')}
            </Button>
          ) : (
            <Button kind="plain" onPress={() => setErasing(true)}>
              {t('kept.erase')}
            </Button>
          )}
          {isEmpty ? null : <SavedState autosave={record.autosave} />}
        </Row>
      </Stack>
      {isErasing ? (
        <AlertDialog
          title={t('kept.erase.title')}
          confirmLabel={t('kept.erase')}
          onConfirm={() => void erasing.run()}
          onCancel={() => setErasing(false)}
          isBusy={erasing.busy}
        >
          <p>{t('kept.erase.text')}</p>
        </AlertDialog>
      ) : null}
    </Card>
  );
}
