import { useState } from 'react';
import type { MeetingPage, TurnDraft } from '../../../shared/contract/circles.ts';
import type { RoundView } from '../../../shared/model/circle.ts';
import { call, useAction } from '../../api.ts';
import { useAutosave } from '../../autosave.ts';
import { useText } from '../../i18n.ts';
import {
  AlertDialog,
  Button,
  FailureNotice,
  Quiet,
  Row,
  SavedState,
  Stack,
  TextArea,
} from '../../ui/index.ts';
import { ShowTurn } from './ShowTurn.tsx';

/** Words only I see, saved as they are typed, until they are shown. */
export function TurnWords(props: {
  page: MeetingPage;
  round: RoundView;
  draft: TurnDraft | undefined;
  /** What is shown now: where a change begins. */
  shownText: string;
  onShown: () => void;
  onClose: () => void;
}) {
  const { t } = useText();
  const { round } = props.round;
  const meeting = props.page.view.meeting;
  const [text, setText] = useState(props.draft?.text ?? props.shownText);
  const [dialog, setDialog] = useState<'show' | 'drop' | null>(null);
  const autosave = useAutosave({
    key: `circles:${round}`,
    method: 'circles.saveTurn',
    toInput: (value: string) => ({ round, text: value }),
  });
  const isChange = props.shownText !== '';
  const isEmpty = text.trim() === '';
  function change(value: string) {
    setText(value);
    autosave.change(value);
  }
  async function discard() {
    const { mine } = await call('circles.meeting', { meeting });
    const item = mine.find((one) => one.round === round)?.item;
    if (item !== undefined) await call('circles.discardTurn', { item });
  }
  const drop = useAction(async () => {
    autosave.forget();
    await discard();
    props.onClose();
  });
  const close = useAction(async () => {
    await autosave.flush();
    // Nothing empty, and nothing that says what is shown already, lies about.
    if (isEmpty || text === props.shownText) await discard();
    props.onClose();
  });
  return (
    <Stack gap="close">
      <TextArea
        label={t('circles.turn.label')}
        hideLabel
        wide
        writing
        autoFocus
        value={text}
        onChange={change}
        onBlur={() => void autosave.flush()}
        maxLength={50_000}
      />
      <Quiet small>{t(isChange ? 'sessions.onlyYouChanges' : 'sessions.onlyYou')}</Quiet>
      <Row>
        <Button
          kind="primary"
          onPress={() => setDialog('show')}
          isDisabled={isEmpty || text === props.shownText}
        >
          {t('common.show')}
        </Button>
        <Button onPress={() => void close.run()} isBusy={close.busy}>
          {t('sessions.putAway')}
        </Button>
        {isEmpty ? null : (
          <Button kind="plain" onPress={() => setDialog('drop')}>
            {t(isChange ? 'sessions.dropChanges' : 'sessions.throwAway')}
          </Button>
        )}
      </Row>
      <SavedState autosave={autosave} />
      <FailureNotice error={drop.error ?? close.error} />
      {dialog === 'show' ? (
        <ShowTurn
          page={props.page}
          round={round}
          flush={autosave.flush}
          onShown={props.onShown}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'drop' ? (
        <AlertDialog
          title={t('sessions.drop.title')}
          confirmLabel={t('sessions.drop.confirm')}
          onConfirm={() => void drop.run()}
          onCancel={() => setDialog(null)}
          isBusy={drop.busy}
        >
          {t(isChange ? 'sessions.drop.changes' : 'sessions.drop.text')}
        </AlertDialog>
      ) : null}
    </Stack>
  );
}
