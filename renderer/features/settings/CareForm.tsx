import { type FormEvent, useState } from 'react';
import type { CareSourceView } from '../../../shared/contract/care.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Row, Stack, TextField } from '../../ui/index.ts';

/** One source of help, new (`item` null) or to change: a name is all it needs. */
export function CareForm(props: {
  source: Omit<CareSourceView, 'item'>;
  item: string | null;
  onDone: () => void;
}) {
  const { t } = useText();
  const [source, setSource] = useState(props.source);
  const [isAsked, setAsked] = useState(false);
  const save = useAction(async () => {
    const { whose, name, reach, when } = source;
    const said = { whose, name: name.trim(), reach: reach.trim(), when: when.trim() };
    await call('care.save', { item: props.item, ...said });
    props.onDone();
  });
  const isNameless = source.name.trim() === '';
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (!isNameless) void save.run();
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextField
          label={t('care.name')}
          value={source.name}
          onChange={(name) => setSource({ ...source, name })}
          maxLength={200}
          error={isAsked && isNameless ? t('care.name.needed') : null}
          autoFocus
        />
        <TextField
          label={t('care.reach')}
          description={t('care.reach.help')}
          value={source.reach}
          onChange={(reach) => setSource({ ...source, reach })}
          maxLength={500}
        />
        <TextField
          label={t('care.when')}
          description={t('care.when.help')}
          value={source.when}
          onChange={(when) => setSource({ ...source, when })}
          maxLength={500}
        />
        <FailureNotice error={save.error} />
        <Row>
          <Button type="submit" kind="primary" isBusy={save.busy}>
            {t('common.save')}
          </Button>
          <Button onPress={props.onDone}>{t('common.cancel')}</Button>
        </Row>
      </Stack>
    </form>
  );
}
