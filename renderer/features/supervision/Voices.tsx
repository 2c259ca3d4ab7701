import { useEffect, useState } from 'react';
import type { Role } from '../../../shared/model/member.ts';
import type { Place } from '../../../shared/model/session.ts';
import type { PlaceView, VoiceView } from '../../../shared/model/sessionView.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Quiet, Row, Stack, VoicePair, Words } from '../../ui/index.ts';
import { Scribed } from './Scribed.tsx';
import styles from './Session.module.css';
import { type DraftOf, draftsAt, useSession } from './sessionContext.ts';
import { TextDraft } from './TextDraft.tsx';

/** What each person says at one place, the supervisee left and both of equal size. Boxes are closed until Write. */
export function Voices(props: {
  place: Place;
  view: PlaceView;
  /** Told when a box is opened or closed. */
  onWriting?: (isWriting: boolean) => void;
}) {
  const { nameOf } = useSession();
  const side = (role: Role) => ({
    name: nameOf(role),
    children: <Side role={role} {...props} />,
  });
  return <VoicePair supervisee={side('supervisee')} supervisor={side('supervisor')} />;
}

function Side(props: {
  role: Role;
  place: Place;
  view: PlaceView;
  onWriting?: (isWriting: boolean) => void;
}) {
  const { t } = useText();
  const { page, isSigned, typingFor } = useSession();
  const { role, place, view } = props;
  const isMine = role === page.me;
  const [open, setOpen] = useState<string | null>(null);
  const shown = view.voices.filter((voice) => voice.role === role);
  const drafts: readonly (DraftOf<'voice'> | DraftOf<'scribed'>)[] = isMine
    ? draftsAt(page, 'voice', place)
    : draftsAt(page, 'scribed', place);
  const editing = drafts.find((draft) => draft.item === open);
  const isWriting = editing !== undefined;
  const { onWriting } = props;
  useEffect(() => {
    if (isMine) onWriting?.(isWriting);
  }, [isMine, isWriting, onWriting]);
  const waiting = drafts.filter((draft) => draft.body.text.trim() !== '' && draft.item !== open);
  // One voice a place: once it is shown it is changed, not joined by another, unless it is kept out of sight here.
  const isNew =
    !isMine ||
    waiting.some((draft) => !draft.shown) ||
    shown.every((voice) => page.held.includes(voice.item));
  const mayWrite = isNew && role === typingFor && (isMine || page.together) && !isSigned;
  const write = useAction(async () => {
    const known = drafts.find((draft) => !draft.shown);
    if (known !== undefined) return setOpen(known.item);
    const input = { session: page.session, place, item: null, text: '' };
    const { item } = await (isMine ? call('sessions.saveVoice', input) : call('scribing.save', input));
    setOpen(item);
  });
  const isEmpty = shown.length === 0 && view.scribed.every((one) => one.role !== role);
  return (
    <Stack>
      {shown.map((voice) =>
        editing?.item === voice.item ? null : (
          <ShownVoice key={voice.item} voice={voice} place={place} onChange={setOpen} />
        ),
      )}
      {view.scribed
        .filter((one) => one.role === role && one.item !== open)
        .map((one) => (
          <Scribed key={one.item} scribed={one} />
        ))}
      {editing === undefined ? null : (
        <TextDraft
          key={editing.item}
          draft={editing}
          label={t(isMine ? 'sessions.voice.yours' : 'sessions.scribed.label')}
          onClose={() => setOpen(null)}
        />
      )}
      {isEmpty && editing === undefined ? (
        <Quiet>{t(isMine ? 'sessions.nothingShown' : 'sessions.notShown')}</Quiet>
      ) : null}
      {mayWrite && editing === undefined ? (
        <Row>
          <Button onPress={() => void write.run()} isBusy={write.busy}>
            {t(shown.length > 0 ? 'sessions.writeMore' : 'sessions.write')}
          </Button>
          {waiting.some((draft) => !draft.shown) ? <Quiet small>{t('sessions.onlyYouWaiting')}</Quiet> : null}
        </Row>
      ) : null}
      <FailureNotice error={write.error} />
    </Stack>
  );
}

function ShownVoice(props: { voice: VoiceView; place: Place; onChange: (item: string) => void }) {
  const { t } = useText();
  const { voice } = props;
  return (
    <div className={styles.said}>
      <Words>{voice.text}</Words>
      {voice.scribed ? <Quiet small>{t('sessions.scribed.wasTyped')}</Quiet> : null}
      <ShownActions
        said={voice}
        onChange={async ({ session }) => {
          const input = { session, place: props.place, item: voice.item, text: voice.text };
          await call('sessions.saveVoice', input);
          props.onChange(voice.item);
        }}
        onOpenDraft={props.onChange}
      />
    </div>
  );
}

/** Change and take back, for what I have shown, until both have signed. */
export function ShownActions(props: {
  said: { readonly item: string; readonly role: Role };
  /** Begins a change: makes a working copy of what is shown and opens it. */
  onChange: (at: { session: string }) => Promise<void>;
  /** Opens the working copy that is there already. */
  onOpenDraft: (item: string) => void;
}) {
  const { t } = useText();
  const { page, isSigned, typingFor } = useSession();
  const { item, role } = props.said;
  const draft = page.mine.find((one) => one.item === item);
  const change = useAction(async () => {
    if (draft === undefined) await props.onChange({ session: page.session });
    else props.onOpenDraft(item);
  });
  const takeBack = useAction(() => call('sessions.takeBack', { item }));
  if (role !== page.me || isSigned || typingFor !== page.me) return null;
  return (
    <>
      <Row>
        {page.held.includes(item) ? null : (
          <Button kind="plain" onPress={() => void change.run()} isBusy={change.busy}>
            {t(draft === undefined ? 'common.change' : 'sessions.goOnChanging')}
          </Button>
        )}
        <Button kind="plain" onPress={() => void takeBack.run()} isBusy={takeBack.busy}>
          {t('sessions.takeBack')}
        </Button>
      </Row>
      <FailureNotice error={change.error ?? takeBack.error} />
    </>
  );
}
