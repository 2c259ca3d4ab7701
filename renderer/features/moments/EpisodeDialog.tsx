import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { unsaidEpisode } from '../../../shared/model/episode.ts';
import { useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Dialog, FailureNotice, Quiet, Row, SavedState, Stack, toast } from '../../ui/index.ts';
import { AskAgainField, isEmptyEpisode, KindField, WeightField, WhatField } from './EpisodeFields.tsx';
import { MoreFields } from './EpisodeMore.tsx';
import { useKeptRecord } from '../../kept/useKeptRecord.ts';

type Step = 'what' | 'weight' | 'kind' | 'kept' | 'more';

/**
 * An episode in under a minute (EXPERIENCE.md): one question at a time, saved while it is typed. Ctrl/Cmd+Enter keeps it at
 * any step; Escape asks nothing and keeps what was typed.
 */
export function EpisodeDialog(props: { onClose: () => void }) {
  const { t } = useText();
  const [step, setStep] = useState<Step>('what');
  const [isWordNeeded, setWordNeeded] = useState(false);
  const { draft, change, autosave, keep } = useKeptRecord({
    method: 'episodes.save',
    item: null,
    initial: unsaidEpisode,
    isEmpty: isEmptyEpisode,
    toInput: (item, draft) => ({ ...draft, item }),
  });
  const questions = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // "That's enough" takes the focus itself.
    if (step !== 'kept') questions.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [step]);

  const keeping = useAction(async () => {
    if (isEmptyEpisode(draft)) {
      setStep('what');
      setWordNeeded(true);
    } else if (await keep()) {
      setStep('kept');
    }
  });
  const isKept = step === 'kept' || step === 'more';
  const closing = useAction(async () => {
    const isSomething = !isEmptyEpisode(draft);
    const isSaved = await keep();
    if (isSaved && isSomething && !isKept) toast(t('episodes.closed'));
    // What could not be saved stays with the autosaver, and the frame says so.
    props.onClose();
  });
  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // Before the button that has the focus takes it for a press of its own.
    event.preventDefault();
    event.stopPropagation();
    void (isKept ? closing : keeping).run();
  }

  function goOn() {
    if (isEmptyEpisode(draft)) setWordNeeded(true);
    else setStep(step === 'what' ? 'weight' : 'kind');
  }

  const fields = { draft, change };
  return (
    <Dialog
      title={t(step === 'kept' ? 'episodes.kept.title' : 'episodes.title')}
      onClose={() => void closing.run()}
    >
      <div onKeyDownCapture={onKey}>
        <Stack>
          <div ref={questions}>
            {step === 'what' ? (
              <WhatField
                {...fields}
                autoFocus
                error={isWordNeeded && isEmptyEpisode(draft) ? t('episodes.what.needed') : null}
              />
            ) : null}
            {step === 'weight' ? (
              <WeightField value={draft.weight} onChange={(weight) => change({ weight })} />
            ) : null}
            {step === 'kind' ? <KindField {...fields} /> : null}
            {step === 'more' ? <MoreFields {...fields} /> : null}
          </div>
          <Row>
            {isKept ? (
              <Button
                key={step}
                kind="primary"
                autoFocus={step === 'kept'}
                keys="Control+Enter"
                onPress={() => void closing.run()}
              >
                {t('episodes.kept.enough')}
              </Button>
            ) : null}
            {step === 'kept' ? (
              <Button onPress={() => setStep('more')}>{t('episodes.kept.more')}</Button>
            ) : null}
            {step === 'what' || step === 'weight' ? (
              <Button kind="primary" onPress={goOn}>
                {t(step === 'weight' && draft.weight === null ? 'episodes.skip' : 'episodes.next')}
              </Button>
            ) : null}
            {isKept ? null : (
              <Button
                kind={step === 'kind' ? 'primary' : 'quiet'}
                keys="Control+Enter"
                onPress={() => void keeping.run()}
                isBusy={keeping.busy}
              >
                {t('episodes.keep')}
              </Button>
            )}
            {isEmptyEpisode(draft) ? null : <SavedState autosave={autosave} />}
          </Row>
          {step === 'kept' ? <AskAgainField {...fields} /> : null}
          <FailureNotice error={keeping.error ?? closing.error} />
          {isKept ? null : <Quiet small>{t('episodes.keys')}</Quiet>}
          <Quiet small>{t('episodes.private')}</Quiet>
        </Stack>
      </div>
    </Dialog>
  );
}
