import type { NoticedView } from '../../../shared/contract/ruptures.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import {
  Button,
  Card,
  FailureNotice,
  GoLink,
  Notice,
  Quiet,
  Row,
  SavedState,
  Stack,
  TextArea,
  toast,
  Words,
} from '../../ui/index.ts';
import { useDraft } from '../../useDraft.ts';
import { FindWords } from './FindWords.tsx';
import { Gate } from './Gate.tsx';
import { Naming } from './Naming.tsx';
import type { Note } from './note.ts';
import { NoticedMore, Steadying } from './NoticedMore.tsx';
import { PastDay } from './PastDay.tsx';

/** My private note of something that doesn't sit right: what I noticed, the gate, and, if I want, the words for them. */
export function NoticedNote(props: { note: NoticedView }) {
  const { t } = useText();
  const { item, namedAs, about, ...initial } = props.note;
  const repair = namedAs ?? about;
  const {
    value: note,
    change,
    autosave,
  } = useDraft<'ruptures.saveNoticed', Note>({
    key: `ruptures:note:${item}`,
    method: 'ruptures.saveNoticed',
    initial,
    toInput: (value) => ({ item, ...value }),
  });
  const pairs = useCall('pairs.list', {});
  const isSupervisor = pairs.value?.pairs.some((pair) => pair.me.role === 'supervisor') ?? false;

  const remove = useAction(async () => {
    await autosave.flush();
    await call('ruptures.removeNoticed', { item });
    if (about === null) go('repair');
    else go('rupture', { id: about });
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
      {repair === null ? null : (
        <Notice
          action={
            <GoLink to="rupture" with={{ id: repair }}>
              {t('ruptures.noticed.toRepair')}
            </GoLink>
          }
        >
          {t(about === null ? 'ruptures.noticed.isNamed' : 'ruptures.noticed.isAbout')}
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
        <PastDay
          label={t('ruptures.noticed.when')}
          value={note.noticedOn}
          onChange={(noticedOn) => (noticedOn === null ? undefined : change({ noticedOn }))}
          refuse={(date) =>
            note.happenedOn !== null && date < note.happenedOn ? 'dates_out_of_order' : null
          }
        />
        <NoticedMore note={note} change={change} />
        <Steadying note={note} change={change} />
        <Row>
          <SavedState autosave={autosave} />
        </Row>
      </Stack>
      {repair === null ? (
        <Card title={t('ruptures.gate.title')}>
          <Gate
            answer={note.gate}
            onAnswer={(gate) => change({ gate })}
            privacy={t('ruptures.gate.private')}
          />
        </Card>
      ) : null}
      {repair === null && note.gate === 'no' ? (
        <Naming
          item={item}
          note={note}
          change={change}
          flush={autosave.flush}
          pairs={pairs.value?.pairs ?? []}
        />
      ) : null}
      {repair === null && note.gate !== 'no' ? <WordsFound note={note} /> : null}
      {/* Words found before it was named are still mine to read or throw away. */}
      {namedAs === null ? null : (
        <Row>
          <FindWords about={item} />
        </Row>
      )}
      <FailureNotice error={remove.error} />
      <Row>
        <Button kind="plain" onPress={() => void remove.run()}>
          {t('ruptures.noticed.delete')}
        </Button>
      </Row>
    </Stack>
  );
}

/** The words for them while the gate is not open: nothing to go on with here, and still one's own to read. */
function WordsFound({ note }: { note: Note }) {
  const { t } = useText();
  if (note.draftWords + note.draftMyPart === '') return null;
  return (
    <Card title={t('ruptures.naming.words')}>
      <Stack>
        <Words>{note.draftWords}</Words>
        {note.draftMyPart === '' ? null : (
          <Stack gap="close">
            <h3>{t('ruptures.naming.myPart')}</h3>
            <Words>{note.draftMyPart}</Words>
          </Stack>
        )}
      </Stack>
    </Card>
  );
}
