import { useRef, useState } from 'react';
import type { NoticedView } from '../../../shared/contract/ruptures.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useAutosave } from '../../autosave.ts';
import { todayDate, useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import {
  Button,
  Card,
  DateField,
  FailureNotice,
  GoLink,
  Notice,
  Quiet,
  Row,
  SavedState,
  Stack,
  TextArea,
  toast,
} from '../../ui/index.ts';
import { Gate } from './Gate.tsx';
import { Naming } from './Naming.tsx';
import type { Note } from './note.ts';
import { NoticedMore } from './NoticedMore.tsx';

/** My private note of something that doesn't sit right: what I noticed, the gate, and, if I want, the words for them. */
export function NoticedNote(props: { note: NoticedView }) {
  const { t } = useText();
  const { item, namedAs, ...initial } = props.note;
  const [note, setNote] = useState<Note>(initial);
  const [refusedDate, setRefusedDate] = useState<string | null>(null);
  const latest = useRef(note);
  const autosave = useAutosave<'ruptures.saveNoticed', Note>({
    key: `ruptures:note:${item}`,
    method: 'ruptures.saveNoticed',
    toInput: (value) => ({ item, ...value }),
  });
  const pairs = useCall('pairs.list', {});
  const isSupervisor = pairs.value?.pairs.some((pair) => pair.me.role === 'supervisor') ?? false;

  function change(part: Partial<Note>) {
    latest.current = { ...latest.current, ...part };
    setNote(latest.current);
    autosave.change(latest.current);
  }

  function changeDate(date: string | null) {
    if (date === null) return;
    const isToCome = date > todayDate();
    setRefusedDate(isToCome ? date : null);
    if (!isToCome) change({ noticedOn: date });
  }

  const remove = useAction(async () => {
    await autosave.flush();
    await call('ruptures.removeNoticed', { item });
    go('repair');
    toast(
      t('ruptures.noticed.deleted'),
      () => void call('ruptures.restoreNoticed', { item }).catch(() => undefined),
    );
  });

  return (
    <Stack gap="loose">
      <Quiet>
        {t('ruptures.noticed.lead')}
        {isSupervisor ? ` ${t('ruptures.noticed.supervisor')}` : null}
      </Quiet>
      {namedAs === null ? null : (
        <Notice
          action={
            <GoLink to="rupture" with={{ id: namedAs }}>
              {t('ruptures.noticed.toRepair')}
            </GoLink>
          }
        >
          {t('ruptures.noticed.isNamed')}
        </Notice>
      )}
      <Stack>
        <TextArea
          label={t('ruptures.noticed.what')}
          value={note.what}
          onChange={(what) => change({ what })}
          onBlur={() => void autosave.flush()}
          maxLength={20_000}
          writing
          wide
        />
        <DateField
          label={t('ruptures.noticed.when')}
          value={refusedDate ?? note.noticedOn}
          onChange={changeDate}
          max={todayDate()}
          error={refusedDate === null ? null : t('errors.date_in_future')}
        />
        <NoticedMore note={note} change={change} />
        <Row>
          <SavedState autosave={autosave} />
        </Row>
      </Stack>
      {namedAs === null ? (
        <Card title={t('ruptures.gate.title')}>
          <Gate
            answer={note.gate}
            onAnswer={(gate) => change({ gate })}
            privacy={t('ruptures.gate.private')}
          />
        </Card>
      ) : null}
      {namedAs === null && note.gate === 'no' ? (
        <Naming
          item={item}
          note={note}
          change={change}
          flush={autosave.flush}
          pairs={pairs.value?.pairs ?? []}
        />
      ) : null}
      <FailureNotice error={remove.error} />
      <Row>
        <Button kind="plain" onPress={() => void remove.run()}>
          {t('ruptures.noticed.delete')}
        </Button>
      </Row>
    </Stack>
  );
}
