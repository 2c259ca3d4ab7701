import type { MeetingPage } from '../../../shared/contract/circles.ts';
import type { RoundView } from '../../../shared/model/circle.ts';
import { useText } from '../../i18n.ts';
import { Disclosure } from '../../ui/index.ts';
import styles from './Circles.module.css';
import { Seat } from './Seat.tsx';

/** One question and everybody's seat, in the order that is the same for all. */
export function Round(props: {
  page: MeetingPage;
  round: RoundView;
  number: number;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  onGoOn: () => void;
  onShown: () => void;
}) {
  const { t } = useText();
  const { page, round, number } = props;
  return (
    <div className={styles.round} data-round={round.round}>
      <Disclosure
        level={2}
        title={
          round.question === null
            ? t('circles.round.takenBack', { number })
            : t('circles.round.title', { number, question: round.question })
        }
        isOpen={props.isOpen}
        onToggle={props.onToggle}
      >
        <ol className={styles.seats}>
          {round.seats.map((seat) => (
            <Seat
              key={seat.identity}
              page={page}
              round={round}
              seat={seat}
              onGoOn={props.onGoOn}
              onShown={props.onShown}
            />
          ))}
        </ol>
      </Disclosure>
    </div>
  );
}
