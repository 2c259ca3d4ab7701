import { useEffect, useRef, useState } from 'react';
import type { MeetingPage } from '../../../shared/contract/circles.ts';
import type { RoundView, SeatView } from '../../../shared/model/circle.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { AlertDialog, Button, FailureNotice, Quiet, Row, Stack } from '../../ui/index.ts';
import styles from './Circles.module.css';
import { SaidWords } from './SaidWords.tsx';
import { TurnWords } from './TurnWords.tsx';

/** My own place in a round; keeps the focus when the control that had it is gone. */
export function MyTurn(props: TurnProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isWriting, setWriting] = useState(false);
  const state = `${props.seat.heard} ${isWriting}`;
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    // After a dialog has given the focus back to what is no longer there.
    const soon = setTimeout(() => {
      if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
    }, 50);
    return () => clearTimeout(soon);
  }, [state]);
  return (
    <div ref={place} tabIndex={-1} className={styles.turn}>
      <Turn {...props} isWriting={isWriting} setWriting={setWriting} />
    </div>
  );
}

type TurnProps = {
  readonly page: MeetingPage;
  readonly round: RoundView;
  readonly seat: SeatView;
  readonly onGoOn: () => void;
  readonly onShown: () => void;
};

/** Write in private and show, pass, or leave it for today, which leaves nothing. */
function Turn(props: TurnProps & { isWriting: boolean; setWriting: (isWriting: boolean) => void }) {
  const { t } = useText();
  const { page, round, seat, isWriting, setWriting } = props;
  const [isPassing, setPassing] = useState(false);
  const draft = page.mine.find((one) => one.round === round.round);
  const isOpen = page.leftAt === null && (round.question !== null || draft !== undefined);
  const shown = seat.turns[0]?.item ?? seat.pass;
  const takeBack = useAction(async () => {
    if (shown !== null) await call('circles.takeBackTurn', { item: shown });
  });
  const pass = useAction(async () => {
    await call('circles.pass', { round: round.round });
    setPassing(false);
  });
  if (isWriting) {
    return (
      <TurnWords
        page={page}
        round={round}
        draft={draft}
        shownText={seat.turns[0]?.text ?? ''}
        onShown={() => {
          setWriting(false);
          props.onShown();
        }}
        onClose={() => setWriting(false)}
      />
    );
  }
  return (
    <Stack gap="close">
      <MyWords seat={seat} />
      {isOpen ? (
        <>
          <Row>
            <Button onPress={() => setWriting(true)}>{t(writeLabel(seat, draft !== undefined))}</Button>
            {seat.heard === 'notYet' ? (
              <>
                <Button onPress={() => setPassing(true)}>{t('circles.turn.pass')}</Button>
                <Button kind="plain" onPress={props.onGoOn}>
                  {t('circles.turn.notToday')}
                </Button>
              </>
            ) : (
              <Button kind="plain" onPress={() => void takeBack.run()} isBusy={takeBack.busy}>
                {t('sessions.takeBack')}
              </Button>
            )}
            {draft === undefined ? null : <Quiet small>{t('sessions.onlyYouWaiting')}</Quiet>}
          </Row>
          <FailureNotice error={takeBack.error} />
        </>
      ) : null}
      {isPassing ? (
        <AlertDialog
          kind="primary"
          title={t('circles.pass.title')}
          confirmLabel={t('circles.pass.confirm')}
          cancelLabel={t('common.notNow')}
          onConfirm={() => void pass.run()}
          onCancel={() => setPassing(false)}
          isBusy={pass.busy}
        >
          <p>{t('circles.pass.text')}</p>
          <FailureNotice error={pass.error} />
        </AlertDialog>
      ) : null}
    </Stack>
  );
}

function MyWords({ seat }: { seat: SeatView }) {
  const { t } = useText();
  if (seat.heard === 'words') return <SaidWords seat={seat} />;
  if (seat.heard === 'passed') return <Quiet>{t('circles.turn.youPass')}</Quiet>;
  return <Quiet>{t('sessions.nothingShown')}</Quiet>;
}

function writeLabel(seat: SeatView, hasDraft: boolean) {
  if (seat.heard !== 'words') return hasDraft ? 'sessions.writeMore' : 'sessions.write';
  return hasDraft ? 'sessions.goOnChanging' : 'common.change';
}
