import { type ReactNode, useState } from 'react';
import type { FacilitationPage } from '../../../../shared/contract/facilitations.ts';
import type { Input } from '../../../../shared/contract/index.ts';
import { call, useAction } from '../../../api.ts';
import { useText } from '../../../i18n.ts';
import { Button, FailureNotice, Quiet, Row, SavedState, Stack } from '../../../ui/index.ts';
import { useDraft } from '../../../useDraft.ts';
import { Landing } from '../Landing.tsx';
import { LeftOver } from '../LeftOver.tsx';
import { NoWords } from './NoWords.tsx';
import { ShowToBoth } from './ShowToBoth.tsx';

type Method = 'facilitations.saveAccount' | 'facilitations.saveNeed' | 'facilitations.saveWords';

type Parts<M extends Method, V extends object> = {
  readonly page: FacilitationPage;
  readonly what: 'account' | 'need' | 'words';
  readonly method: M;
  /** What it would be, while there are no words of it. */
  readonly title: string;
  readonly empty: V;
  readonly shown: V | null;
  /** My working copy, where it is not just what is shown. */
  readonly draft: V | null;
  /** What I have shown the other in the repair itself; null when there is nothing to copy. */
  readonly source: V | null;
  readonly toInput: (value: V) => Input<M>;
  readonly hasWords: (value: V) => boolean;
  readonly read: (value: V) => ReactNode;
  /** What belongs to the shown words, beneath them. */
  readonly below: ReactNode;
  /** `isBegun` puts the cursor in the first of them. */
  readonly fields: (value: V, change: (part: Partial<V>) => void, isBegun: boolean) => ReactNode;
};

/** Words of mine in a space of three: written or copied privately, looked at as the others will see them, shown, taken back. */
export function OwnCopy<M extends Method, V extends object>(parts: Parts<M, V>) {
  const { t } = useText();
  const { page, what, title, shown, draft } = parts;
  const { space } = page;
  const [isOpen, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const takeBack = useAction(() => call('facilitations.takeBack', { space, what }));
  const isOver = page.endedAt !== null;
  return (
    <Stack gap="close">
      {!isOver && (isOpen || draft !== null) ? (
        <Draft
          {...parts}
          isBegun={isOpen}
          onClose={() => {
            setOpen(false);
            setWasOpen(true);
          }}
        />
      ) : (
        <Stack>
          <Landing isHere={wasOpen}>
            {shown === null ? (
              <Stack gap="close">
                <h3>{title}</h3>
                <NoWords page={page} />
              </Stack>
            ) : (
              parts.read(shown)
            )}
          </Landing>
          {parts.below}
          {isOver && draft !== null ? (
            <LeftOver
              why={t('third.leftOver')}
              discard={() => call('facilitations.discard', { space, what })}
            >
              {parts.read(draft)}
            </LeftOver>
          ) : null}
          {isOver ? null : (
            <Row>
              <Button onPress={() => setOpen(true)}>
                {t(shown === null ? 'ruptures.talking.write' : 'ruptures.talking.change')}
              </Button>
              {shown === null ? null : (
                <Button kind="plain" onPress={() => void takeBack.run()}>
                  {t('ruptures.talking.takeBack')}
                </Button>
              )}
            </Row>
          )}
          <FailureNotice error={takeBack.error} />
        </Stack>
      )}
    </Stack>
  );
}

type DraftParts<M extends Method, V extends object> = Parts<M, V> & {
  /** Opened just now, by a press. */
  readonly isBegun: boolean;
  readonly onClose: () => void;
};

function Draft<M extends Method, V extends object>(parts: DraftParts<M, V>) {
  const { t } = useText();
  const { page, what, method, shown, source, onClose } = parts;
  const { space } = page;
  const [isLooking, setLooking] = useState(false);
  const draft = useDraft<M, V>({
    key: `third:${what}:${space}`,
    method,
    initial: parts.draft ?? shown ?? parts.empty,
    toInput: parts.toInput,
  });
  const { autosave } = draft;
  const look = useAction(async () => {
    if (await autosave.flush()) setLooking(true);
  });
  const discard = useAction(async () => {
    if (!(await autosave.flush())) return;
    const { drafts } = await call('facilitations.get', { space });
    if (drafts[what] !== null) await call('facilitations.discard', { space, what });
    onClose();
  });
  const other = page.people[page.me === 'supervisee' ? 'supervisor' : 'supervisee'].name;
  return (
    <Stack>
      <Quiet small>{t('ruptures.talking.onlyMe')}</Quiet>
      {source !== null && !parts.hasWords(draft.value) ? (
        <Row>
          <Button onPress={() => draft.change(source)}>{t('third.copy', { name: other })}</Button>
        </Row>
      ) : null}
      {parts.fields(draft.value, draft.change, parts.isBegun)}
      <Row>
        <Button
          kind="primary"
          onPress={() => void look.run()}
          isBusy={look.busy}
          isDisabled={!page.isComplete || !parts.hasWords(draft.value)}
        >
          {t('third.preview')}
        </Button>
        <Button kind="plain" onPress={() => void discard.run()}>
          {t('third.discard')}
        </Button>
        <SavedState autosave={autosave} />
      </Row>
      <FailureNotice error={look.error ?? discard.error} />
      {isLooking ? (
        <ShowToBoth
          page={page}
          what={what}
          read={(words) => parts.read(words as V)}
          onClose={() => setLooking(false)}
          onShown={onClose}
        />
      ) : null}
    </Stack>
  );
}
