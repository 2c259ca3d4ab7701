import { useRef } from 'react';
import type { MomentView } from '../../../shared/contract/moments.ts';
import { isEmptyMoment, type MomentBody, unsaidMoment } from '../../../shared/model/moment.ts';
import { useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Card,
  FailureNotice,
  Quiet,
  Row,
  SavedState,
  Stack,
  TextArea,
  toast,
} from '../../ui/index.ts';
import { FeelingPlane } from './FeelingPlane.tsx';
import { FeelingWords } from './FeelingWords.tsx';
import { leadsToRefused } from '../../kept/refused.ts';
import { useKeptRecord } from '../../kept/useKeptRecord.ts';
import { MomentMore } from './MomentMore.tsx';
import { WhenField } from './WhenField.tsx';

/**
 * How it was for me. Saved privately from the first thing said; "Not today" leaves nothing behind. `page` is the private
 * page it is noted on, `topic` the topic of a session; with neither it stands alone. `moment` is an earlier one to change.
 */
export function CheckIn(props: {
  page: string | null;
  topic?: string;
  moment?: MomentView;
  onDone: () => void;
}) {
  const { t } = useText();
  const { moment, onDone } = props;
  const { draft, change, autosave, keep, leave } = useKeptRecord({
    method: 'moments.save',
    item: moment?.item ?? null,
    initial:
      moment === undefined
        ? { ...unsaidMoment, at: null, page: props.page, topic: props.topic ?? null }
        : bodyOf(moment),
    isEmpty: isEmptyMoment,
    toInput: (item, draft) => ({ ...draft, item }),
  });
  const form = useRef<HTMLDivElement>(null);
  const keeping = useAction(async () => {
    if (leadsToRefused(form.current)) return void (await autosave.flush());
    const isSomething = !isEmptyMoment(draft);
    if (!(await keep())) return;
    if (isSomething && moment === undefined) toast(t('moments.checkIn.kept'));
    onDone();
  });
  const notToday = useAction(async () => {
    const bringBack = await leave();
    // A slip of the finger beside "Keep" must not cost the words.
    if (bringBack !== null) toast(t('kept.left'), bringBack);
    onDone();
  });
  const { pleasant, stirred } = draft;
  return (
    <Card title={t(moment === undefined ? 'moments.checkIn.title' : 'moments.checkIn.editTitle')} takesFocus>
      <div ref={form}>
        <Stack>
          <Quiet>{t('moments.checkIn.lead')}</Quiet>
          <FeelingPlane place={{ pleasant, stirred }} onChange={change} />
          <TextArea
            label={t('moments.checkIn.words')}
            value={draft.words}
            onChange={(words) => change({ words })}
            onBlur={() => void autosave.flush()}
            maxLength={5000}
            writing
            short
          />
          <FeelingWords chosen={draft.feelings} onChange={(feelings) => change({ feelings })} />
          <MomentMore draft={draft} onChange={change} onBlur={() => void autosave.flush()} />
          {moment === undefined ? null : (
            <WhenField label={t('moments.checkIn.when')} at={draft.at} onChange={(at) => change({ at })} />
          )}
          <FailureNotice error={keeping.error ?? notToday.error} />
          <Row>
            <Button kind="primary" onPress={() => void keeping.run()} isBusy={keeping.busy}>
              {t(moment === undefined ? 'moments.checkIn.keep' : 'common.done')}
            </Button>
            {moment === undefined ? (
              <Button onPress={() => void notToday.run()}>{t('moments.checkIn.notToday')}</Button>
            ) : null}
            {isEmptyMoment(draft) ? null : <SavedState autosave={autosave} />}
          </Row>
          {moment === undefined ? <Quiet small>{t('moments.checkIn.notTodayHelp')}</Quiet> : null}
        </Stack>
      </div>
    </Card>
  );
}

function bodyOf({ item: _, session: __, ...body }: MomentView): MomentBody {
  return body;
}
