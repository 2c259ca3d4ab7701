import type { MeetingPage } from '../../../shared/contract/circles.ts';
import type { RoundView, SeatView } from '../../../shared/model/circle.ts';
import { useText } from '../../i18n.ts';
import { Quiet } from '../../ui/index.ts';
import styles from './Circles.module.css';
import { MyTurn } from './MyTurn.tsx';
import { SaidWords } from './SaidWords.tsx';

/** One person's place in a round. Not to have spoken looks the same for everybody, whatever the reason. */
export function Seat(props: {
  page: MeetingPage;
  round: RoundView;
  seat: SeatView;
  onGoOn: () => void;
  onShown: () => void;
}) {
  const { t } = useText();
  const { page, seat } = props;
  const name = page.members.find((member) => member.identity === seat.identity)?.name ?? '';
  const isMine = seat.identity === page.me;
  return (
    <li className={`${styles.seat} ${isMine ? styles.mine : ''}`} aria-label={t('common.voice.of', { name })}>
      <p className={styles.name}>
        {name}
        {isMine ? <span className={styles.controls}> {t('circles.person.you')}</span> : null}
      </p>
      {isMine ? (
        <>
          <div className={styles.controls}>
            <MyTurn {...props} />
          </div>
          <div className={styles.onPaper}>
            <Heard seat={seat} />
          </div>
        </>
      ) : (
        <Heard seat={seat} />
      )}
    </li>
  );
}

function Heard({ seat }: { seat: SeatView }) {
  const { t } = useText();
  switch (seat.heard) {
    case 'words':
      return <SaidWords seat={seat} />;
    case 'passed':
      return <Quiet>{t('circles.turn.passed')}</Quiet>;
    case 'left':
      return <Quiet>{t('circles.here.left')}</Quiet>;
    case 'notYet':
      return <Quiet>{t('circles.turn.notYet')}</Quiet>;
  }
}
