import { useState } from 'react';
import type { MeetingPage } from '../../../shared/contract/circles.ts';
import type { RoundView } from '../../../shared/model/circle.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  AlertDialog,
  Button,
  DateField,
  Dialog,
  Disclosure,
  FailureNotice,
  Quiet,
  Row,
  Stack,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import styles from './Circles.module.css';

/** What only the keeper of a meeting changes: its title, its date and its questions. Folded until wanted. */
export function Keeper({ page }: { page: MeetingPage }) {
  const { t } = useText();
  const { view } = page;
  const [editing, setEditing] = useState<RoundView | 'new' | null>(null);
  return (
    <div className={styles.controls}>
      <Disclosure title={t('circles.keeper.title')} level={2}>
        <Stack>
          <TitleAndDate page={page} />
          {view.rounds.map((round, index) =>
            round.question === null ? null : (
              <OneRound key={round.round} round={round} number={index + 1} onEdit={() => setEditing(round)} />
            ),
          )}
          <Row>
            <Button onPress={() => setEditing('new')}>{t('circles.keeper.addRound')}</Button>
          </Row>
        </Stack>
      </Disclosure>
      {editing === null ? null : (
        <QuestionDialog
          meeting={view.meeting}
          round={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}

function TitleAndDate({ page }: { page: MeetingPage }) {
  const { t } = useText();
  const { meeting } = page.view;
  const [title, setTitle] = useState(page.view.title);
  const [date, setDate] = useState(page.view.date);
  const save = useAction(async () => {
    if (title.trim() === '' || date === null) return;
    await call('circles.changeMeeting', { meeting, title: title.trim(), date });
  });
  const isChanged = title.trim() !== page.view.title || date !== page.view.date;
  return (
    <Stack gap="close">
      <TextField label={t('circles.new.name')} value={title} onChange={setTitle} maxLength={300} />
      <DateField label={t('circles.new.date')} value={date} onChange={setDate} />
      {isChanged ? (
        <Row>
          <Button onPress={() => void save.run()} isBusy={save.busy}>
            {t('common.save')}
          </Button>
        </Row>
      ) : null}
      <FailureNotice error={save.error} />
    </Stack>
  );
}

function OneRound(props: { round: RoundView; number: number; onEdit: () => void }) {
  const { t } = useText();
  const { round, number } = props;
  const [isAsking, setAsking] = useState(false);
  const takeBack = useAction(async () => {
    await call('circles.takeBackRound', { round: round.round });
    setAsking(false);
  });
  return (
    <div>
      <p>{t('circles.round.title', { number, question: round.question ?? '' })}</p>
      <Row>
        <Button kind="plain" onPress={props.onEdit}>
          {t('circles.keeper.change')}
        </Button>
        <Button kind="plain" onPress={() => setAsking(true)}>
          {t('circles.keeper.takeBack')}
        </Button>
      </Row>
      {isAsking ? (
        <AlertDialog
          kind="primary"
          title={t('circles.keeper.takeBackTitle')}
          confirmLabel={t('circles.keeper.takeBack')}
          onConfirm={() => void takeBack.run()}
          onCancel={() => setAsking(false)}
          isBusy={takeBack.busy}
        >
          <p>{t('circles.keeper.takeBackText')}</p>
          <FailureNotice error={takeBack.error} />
        </AlertDialog>
      ) : null}
    </div>
  );
}

function QuestionDialog(props: { meeting: string; round: RoundView | null; onClose: () => void }) {
  const { t } = useText();
  const { meeting, round, onClose } = props;
  const [question, setQuestion] = useState(round?.question ?? '');
  const save = useAction(async () => {
    const text = question.trim();
    if (text === '') return;
    if (round === null) await call('circles.addRound', { meeting, question: text });
    else await call('circles.changeRound', { round: round.round, question: text });
    onClose();
  });
  return (
    <Dialog
      title={t(round === null ? 'circles.keeper.addRound' : 'circles.keeper.change')}
      onClose={onClose}
      buttons={
        <>
          <Button
            kind="primary"
            onPress={() => void save.run()}
            isBusy={save.busy}
            isDisabled={question.trim() === ''}
          >
            {t('circles.show.confirm')}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <Stack>
        <TextArea
          label={t('circles.keeper.question')}
          value={question}
          onChange={setQuestion}
          maxLength={2_000}
          autoFocus
        />
        {round === null ? null : <Quiet>{t('circles.keeper.changeHelp')}</Quiet>}
        <FailureNotice error={save.error} />
      </Stack>
    </Dialog>
  );
}
