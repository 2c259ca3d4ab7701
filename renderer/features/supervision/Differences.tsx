import { useState } from 'react';
import type { Role } from '../../../shared/model/member.ts';
import type { PlaceView } from '../../../shared/model/sessionView.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  DateField,
  FailureNotice,
  Quiet,
  Row,
  Stack,
  TextArea,
  VoicePair,
  Words,
} from '../../ui/index.ts';
import { DraftBox } from './DraftBox.tsx';
import { Field } from './Field.tsx';
import styles from './Session.module.css';
import { type DraftOf, draftsAt, useSession } from './sessionContext.ts';
import { useDraftBody } from './useDraftBody.ts';
import { ShownActions } from './Voices.tsx';

type DifferenceView = PlaceView['differences'][number];

/** "We see it differently": both accounts side by side, what each thinks comes next, and when to look again. */
export function Differences(props: { place: string; view: PlaceView }) {
  const { t } = useText();
  const { page, isSigned, nameOf, typingFor } = useSession();
  const { place, view } = props;
  const [open, setOpen] = useState<string | null>(null);
  const drafts = draftsAt(page, 'difference', place);
  const isThere = view.standing === 'differ' || view.differences.length > 0 || drafts.length > 0;
  const begin = useAction(async () => {
    const known = drafts.find((draft) => !draft.shown);
    if (known !== undefined) return setOpen(known.item);
    const { item } = await call('sessions.saveDifference', {
      session: page.session,
      place,
      item: null,
      account: '',
      nextStep: '',
      reviewDate: null,
    });
    setOpen(item);
  });
  if (!isThere) return null;
  const mayWrite = !isSigned && typingFor === page.me && open === null;
  const hasMine = view.differences.some((one) => one.role === page.me);
  const side = (role: Role) => ({
    name: nameOf(role),
    children: (
      <Stack>
        {view.differences
          .filter((one) => one.role === role && one.item !== open)
          .map((one) => (
            <Shown key={one.item} difference={one} place={place} onOpen={setOpen} />
          ))}
        {role === page.me
          ? drafts
              .filter((draft) => draft.item === open)
              .map((draft) => <Writing key={draft.item} draft={draft} onClose={() => setOpen(null)} />)
          : null}
        {role === page.me && mayWrite && !hasMine ? (
          <Row>
            <Button onPress={() => void begin.run()} isBusy={begin.busy}>
              {t('sessions.difference.write')}
            </Button>
            {drafts.length > 0 ? <Quiet small>{t('sessions.onlyYouWaiting')}</Quiet> : null}
          </Row>
        ) : null}
        {role === page.me || view.differences.some((one) => one.role === role) ? null : (
          <Quiet>{t('sessions.notShown')}</Quiet>
        )}
      </Stack>
    ),
  });
  return (
    <section className={styles.part}>
      <h3>{t('sessions.difference.title')}</h3>
      <VoicePair supervisee={side('supervisee')} supervisor={side('supervisor')} />
      <FailureNotice error={begin.error} />
    </section>
  );
}

function Shown(props: { difference: DifferenceView; place: string; onOpen: (item: string) => void }) {
  const { t, formatDate } = useText();
  const { item, account, nextStep, reviewDate } = props.difference;
  return (
    <div className={styles.said}>
      <Words>{account}</Words>
      <Field label={t('sessions.difference.nextStep')}>{nextStep}</Field>
      <Field label={t('sessions.difference.reviewDate')}>
        {reviewDate === null ? '' : formatDate(reviewDate)}
      </Field>
      <ShownActions
        said={props.difference}
        onChange={async ({ session }) => {
          const place = props.place;
          await call('sessions.saveDifference', { session, place, item, account, nextStep, reviewDate });
          props.onOpen(item);
        }}
        onOpenDraft={props.onOpen}
      />
    </div>
  );
}

function Writing(props: { draft: DraftOf<'difference'>; onClose: () => void }) {
  const { t } = useText();
  const { page } = useSession();
  const { item, place } = props.draft;
  const { body, change, autosave } = useDraftBody(props.draft.body, {
    key: `differences:${item}`,
    method: 'sessions.saveDifference',
    toInput: (value) => ({ session: page.session, place: place ?? '', item, ...value }),
  });
  return (
    <DraftBox
      draft={props.draft}
      autosave={autosave}
      isEmpty={body.account.trim() === ''}
      onClose={props.onClose}
    >
      <TextArea
        label={t('sessions.difference.account')}
        wide
        writing
        autoFocus
        value={body.account}
        onChange={(account) => change({ account })}
        maxLength={20_000}
      />
      <TextArea
        label={t('sessions.difference.nextStep')}
        optional
        wide
        short
        value={body.nextStep}
        onChange={(nextStep) => change({ nextStep })}
        maxLength={5_000}
      />
      <DateField
        label={t('sessions.difference.reviewDate')}
        optional
        value={body.reviewDate}
        onChange={(reviewDate) => change({ reviewDate })}
      />
    </DraftBox>
  );
}
