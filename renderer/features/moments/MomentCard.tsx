import { useOpening } from '../../useOpening.ts';
import type { MomentView } from '../../../shared/contract/moments.ts';
import { useText } from '../../i18n.ts';
import { Card, GoLink, Stack, Words } from '../../ui/index.ts';
import { CheckIn } from './CheckIn.tsx';
import { EntryButtons } from './EntryButtons.tsx';
import { usePlaceInWords } from './FeelingPlane.tsx';
import { MomentMoreRead } from './MomentMoreRead.tsx';
import { useFeelingWords } from './useFeelingWords.ts';

/** One check-in in the list: in words, never as a figure. */
export function MomentCard(props: {
  moment: MomentView;
  isAtItsPlace?: boolean;
  onEditing?: (isEditing: boolean) => void;
}) {
  const { moment } = props;
  const { t, formatTime, formatList } = useText();
  const editing = useOpening();
  const place = usePlaceInWords()(moment);
  const feelings = useFeelingWords()(moment.feelings);
  if (editing.isOpen) {
    const done = () => {
      editing.leave();
      props.onEditing?.(false);
    };
    return <CheckIn page={moment.page} moment={moment} onDone={done} />;
  }
  const time = formatTime(moment.at);
  return (
    <Card>
      <Stack gap="close">
        <h3>{`${t('moments.list.moment')} · ${time}`}</h3>
        {place === null ? null : <p>{place}</p>}
        {feelings.length === 0 ? null : <p>{formatList(feelings)}</p>}
        {moment.words === '' ? null : <Words>{moment.words}</Words>}
        <MomentMoreRead moment={moment} />
        {props.isAtItsPlace ? null : <WhereNoted moment={moment} />}
        <EntryButtons
          kind="moments"
          item={moment.item}
          time={time}
          takesFocus={editing.wasLeft}
          onEdit={() => {
            editing.open();
            props.onEditing?.(true);
          }}
        />
      </Stack>
    </Card>
  );
}

/** The way back to where it was noted, if it was noted anywhere that is still there. */
function WhereNoted({ moment }: { moment: MomentView }) {
  const { t } = useText();
  const { page, session } = moment;
  if (page !== null) {
    return (
      <GoLink to="page" with={{ id: page }}>
        {t('moments.list.onPage')}
      </GoLink>
    );
  }
  if (session === null) return null;
  return (
    <GoLink to="session" with={{ id: session }}>
      {t('moments.list.atTopic')}
    </GoLink>
  );
}
