import { useState } from 'react';
import type { promiseStates } from '../../../shared/model/session.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Choices, FailureNotice, Quiet, Row, Stack, TextArea } from '../../ui/index.ts';

type PromiseState = (typeof promiseStates)[number];
const outcomes = ['kept', 'changed', 'dropped'] as const;
type Outcome = (typeof outcomes)[number];

/** What became of a promise of mine: kept, changed or dropped, with a word why if I want. None preset, none judged. */
export function MarkPromise(props: {
  item: string;
  session: string | null;
  /** As it stands; a settled one can be opened again. */
  state?: PromiseState;
}) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const [state, setState] = useState<Outcome | null>(null);
  const [why, setWhy] = useState('');
  const mark = useAction(async () => {
    if (state === null) return;
    await call('promises.mark', { item: props.item, session: props.session, state, why: why.trim() });
    setOpen(false);
  });
  const reopen = useAction(() =>
    call('promises.mark', { item: props.item, session: props.session, state: 'open', why: '' }),
  );
  if (!isOpen && props.state !== undefined && props.state !== 'open') {
    return (
      <>
        <Row>
          <Button kind="plain" onPress={() => setOpen(true)}>
            {t('common.change')}
          </Button>
          <Button kind="plain" onPress={() => void reopen.run()} isBusy={reopen.busy}>
            {t('promises.reopen')}
          </Button>
        </Row>
        <FailureNotice error={reopen.error} />
      </>
    );
  }
  if (!isOpen) {
    return (
      <div>
        <Button onPress={() => setOpen(true)}>{t('sessions.promise.sayWhat')}</Button>
      </div>
    );
  }
  return (
    <Stack gap="close">
      <Choices<Outcome>
        label={t('sessions.promise.became')}
        value={state}
        onChange={setState}
        options={outcomes.map((one) => ({ value: one, label: t(`sessions.promise.state.${one}`) }))}
      />
      <TextArea
        label={t('sessions.promise.why')}
        optional
        short
        value={why}
        onChange={setWhy}
        maxLength={2_000}
      />
      <Quiet small>{t('sessions.promise.markShows')}</Quiet>
      <Row>
        <Button kind="primary" onPress={() => void mark.run()} isBusy={mark.busy} isDisabled={state === null}>
          {t('common.show')}
        </Button>
        <Button onPress={() => setOpen(false)}>{t('common.cancel')}</Button>
      </Row>
      <FailureNotice error={mark.error} />
    </Stack>
  );
}
