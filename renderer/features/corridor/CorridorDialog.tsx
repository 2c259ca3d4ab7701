import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { call, useAction, useCall } from '../../api.ts';
import { todayDate, useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import { Button, Dialog, FailureNotice, Quiet, Row, SavedState, Stack } from '../../ui/index.ts';
import { LookAtNote } from './LookAtNote.tsx';
import { useNote } from './useNote.ts';
import { isEmptyNote, type Needed, neededOf, NoteFields } from './NoteFields.tsx';

type Pair = Output<'pairs.list'>['pairs'][number];

/**
 * A few words in passing, written down in under five minutes: with whom, one voice, and a decision or a promise if there
 * was one. Saved as it is typed; the other sees it once it was looked at and shown.
 */
export function CorridorDialog(props: { onClose: () => void }) {
  const { t } = useText();
  const pairs = useCall('pairs.list', {}).value?.pairs;
  // There at once, before it is known whom one could have met: the first words typed must land in it.
  if (pairs?.length !== 0) return <Note pairs={pairs ?? []} onClose={props.onClose} />;
  return (
    <Dialog
      title={t('corridor.title')}
      onClose={props.onClose}
      buttons={<Button onPress={props.onClose}>{t('common.close')}</Button>}
    >
      <p>{t('corridor.nobody')}</p>
    </Dialog>
  );
}

function Note(props: { pairs: readonly Pair[]; onClose: () => void }) {
  const { t } = useText();
  const { pairs, onClose } = props;
  const only = pairs.length === 1 ? (pairs[0]?.space ?? null) : null;
  const { note, change, autosave, wasBegun, error } = useNote({ space: only, title: t('corridor.untitled') });
  const [needed, setNeeded] = useState<Needed | null>(null);
  const [seen, setSeen] = useState<string | null>(null);
  const name = pairs.find((pair) => pair.space === note.space)?.other.name ?? null;

  const actions = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The fields are gone; Enter on what has the focus now shows it.
    if (seen !== null) actions.current?.querySelector('button')?.focus();
  }, [seen]);

  const look = useAction(async () => {
    const missing = neededOf(note);
    setNeeded(missing);
    if (missing !== null || !(await autosave.flush())) return;
    setSeen((await call('corridor.note', {})).note?.stamp ?? null);
  });
  const show = useAction(async () => {
    if (seen === null) return;
    const { session } = await call('corridor.show', { date: todayDate(), stamp: seen });
    onClose();
    go('session', { id: session });
  });
  const drop = useAction(async () => {
    autosave.forget();
    // A save may be under way: only when it is through is there nothing left to come back.
    await autosave.flush();
    await call('corridor.drop', {});
    onClose();
  });
  const close = useAction(async () => {
    const isSaved = await autosave.flush();
    if (isSaved && isEmptyNote(note)) await call('corridor.drop', {});
    onClose();
  });
  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // Before the button that has the focus takes it for a press of its own.
    event.preventDefault();
    event.stopPropagation();
    void (seen === null ? look : show).run();
  }

  return (
    <Dialog
      title={name === null ? t('corridor.title') : t('corridor.titleWith', { name })}
      onClose={() => void close.run()}
    >
      <div onKeyDownCapture={onKey}>
        <Stack>
          {seen === null ? (
            <>
              {wasBegun ? <Quiet>{t('corridor.begun')}</Quiet> : null}
              <NoteFields pairs={pairs} note={note} onChange={change} needed={needed} />
            </>
          ) : (
            <LookAtNote note={note} name={name ?? ''} />
          )}
          <div ref={actions}>
            <Row>
              {seen === null ? (
                <Button
                  kind="primary"
                  keys="Control+Enter"
                  onPress={() => void look.run()}
                  isBusy={look.busy}
                >
                  {t('corridor.look')}
                </Button>
              ) : (
                <>
                  <Button
                    kind="primary"
                    keys="Control+Enter"
                    onPress={() => void show.run()}
                    isBusy={show.busy}
                  >
                    {t('sessions.show.confirm', { name: name ?? '' })}
                  </Button>
                  <Button onPress={() => setSeen(null)}>{t('corridor.back')}</Button>
                </>
              )}
              <Button onPress={() => void close.run()}>{t('sessions.putAway')}</Button>
              {isEmptyNote(note) ? null : (
                <Button kind="plain" onPress={() => void drop.run()} isBusy={drop.busy}>
                  {t('sessions.throwAway')}
                </Button>
              )}
            </Row>
          </div>
          <SavedState autosave={autosave} />
          <FailureNotice error={error ?? look.error ?? show.error ?? drop.error ?? close.error} />
          <Quiet small>{t('corridor.keys')}</Quiet>
        </Stack>
      </div>
    </Dialog>
  );
}
