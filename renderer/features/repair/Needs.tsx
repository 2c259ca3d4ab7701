import { useState } from 'react';
import type { RepairView } from '../../../shared/contract/ruptures.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, DateField, FailureNotice, Quiet, Row, Stack, TextArea, Words } from '../../ui/index.ts';
import { DraftWords } from './DraftWords.tsx';
import { Landing } from './Landing.tsx';
import { TwoVoices } from './TwoVoices.tsx';
import { useDraft } from '../../useDraft.ts';

type Need = NonNullable<RepairView['drafts']['need']>;

/** What would help, and what each of us will do. Agreed when both say so to both, as they stand. */
export function Needs({ repair }: { repair: RepairView }) {
  const { t } = useText();
  const { mine, theirs } = repair.now;
  const [hasAgreed, setAgreed] = useState(false);
  const hasDraft = repair.drafts.need !== null;
  if (!repair.acts.includes('need') && !hasDraft && mine.need === null && theirs.need === null) return null;
  const bothAgreed = mine.agreed && theirs.agreed;
  return (
    <Stack gap="close">
      <h2>{t('ruptures.agree.title')}</h2>
      <TwoVoices
        repair={repair}
        mine={<MyNeed repair={repair} />}
        theirs={
          theirs.need === null ? (
            <Quiet>{t('ruptures.talking.notShown')}</Quiet>
          ) : (
            <NeedWords need={theirs.need} />
          )
        }
      />
      <Landing isHere={hasAgreed}>
        {bothAgreed ? (
          <p>{t('ruptures.agree.both')}</p>
        ) : (
          <Agreeing repair={repair} onAgreed={() => setAgreed(true)} />
        )}
      </Landing>
    </Stack>
  );
}

export function NeedWords({ need }: { need: Need }) {
  const { t, formatDate } = useText();
  return (
    <Stack>
      <Stack gap="close">
        <h3>{t('ruptures.agree.need')}</h3>
        {need.need === '' ? <Quiet>{t('ruptures.none')}</Quiet> : <Words>{need.need}</Words>}
      </Stack>
      <Stack gap="close">
        <h3>{t('ruptures.agree.iWill')}</h3>
        {need.iWill === '' ? <Quiet>{t('ruptures.none')}</Quiet> : <Words>{need.iWill}</Words>}
      </Stack>
      {need.by === null ? null : <p>{t('ruptures.agree.byDate', { date: formatDate(need.by) })}</p>}
    </Stack>
  );
}

function Agreeing({ repair, onAgreed }: { repair: RepairView; onAgreed: () => void }) {
  const { t } = useText();
  const { mine, theirs } = repair.now;
  const item = repair.rupture;
  const agree = useAction(async () => {
    if (mine.need === null || theirs.need === null) return;
    await call('ruptures.agree', { item, mine: mine.need.hash, theirs: theirs.need.hash });
    onAgreed();
  });
  return (
    <Stack gap="close">
      {mine.agreed ? <p>{t('ruptures.agree.mine')}</p> : null}
      {theirs.agreed ? <p>{t('ruptures.agree.theirs', { name: repair.other.name })}</p> : null}
      <Quiet>{t('ruptures.agree.help')}</Quiet>
      {repair.acts.includes('agree') ? (
        <Row>
          <Button kind="primary" onPress={() => void agree.run()} isBusy={agree.busy}>
            {t('ruptures.agree.agree')}
          </Button>
        </Row>
      ) : null}
      <FailureNotice error={agree.error} />
    </Stack>
  );
}

function MyNeed({ repair }: { repair: RepairView }) {
  const { t } = useText();
  const { need } = repair.now.mine;
  const [isOpen, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const item = repair.rupture;
  const takeBack = useAction(() => call('ruptures.withdraw', { item, what: 'need' }));
  if (isOpen || repair.drafts.need !== null) {
    return (
      <NeedDraft
        repair={repair}
        isBegun={isOpen}
        onClose={() => {
          setOpen(false);
          setWasOpen(true);
        }}
      />
    );
  }
  const canShow = repair.acts.includes('need');
  // What I showed is mine to take back, also while it rests, until both have agreed.
  const canTakeBack = need !== null && !(repair.now.mine.agreed && repair.now.theirs.agreed);
  return (
    <Stack>
      {need === null ? (
        <Quiet>{t('ruptures.talking.notShown')}</Quiet>
      ) : (
        <Landing isHere={wasOpen}>
          <NeedWords need={need} />
        </Landing>
      )}
      {canShow || canTakeBack ? (
        <Row>
          {canShow ? (
            <Button onPress={() => setOpen(true)}>
              {t(need === null ? 'ruptures.talking.write' : 'ruptures.talking.change')}
            </Button>
          ) : null}
          {canTakeBack ? (
            <Button kind="plain" onPress={() => void takeBack.run()}>
              {t('ruptures.talking.takeBack')}
            </Button>
          ) : null}
        </Row>
      ) : null}
      <FailureNotice error={takeBack.error} />
    </Stack>
  );
}

function NeedDraft(props: { repair: RepairView; isBegun: boolean; onClose: () => void }) {
  const { t } = useText();
  const { repair, isBegun, onClose } = props;
  const item = repair.rupture;
  const shown = repair.now.mine.need;
  const earlier = { need: shown?.need ?? '', iWill: shown?.iWill ?? '', by: shown?.by ?? null };
  const draft = useDraft<'ruptures.saveNeed', Need>({
    key: `ruptures:need:${item}:${repair.cycle}`,
    method: 'ruptures.saveNeed',
    initial: repair.drafts.need ?? earlier,
    toInput: (value) => ({ item, ...value }),
  });
  const { need, iWill, by } = draft.value;
  return (
    <DraftWords
      otherName={repair.other.name}
      autosave={draft.autosave}
      canShow={repair.acts.includes('need') && (need.trim() !== '' || iWill.trim() !== '')}
      onShow={async () => {
        if (!(await draft.autosave.flush())) return;
        await call('ruptures.showNeed', { item });
        onClose();
      }}
      {...(shown === null
        ? {}
        : {
            onKeepOld: async () => {
              draft.change(earlier);
              if (await draft.autosave.flush()) onClose();
            },
          })}
    >
      <TextArea
        label={t('ruptures.agree.need')}
        value={need}
        onChange={(next) => draft.change({ need: next })}
        maxLength={10_000}
        writing
        wide
        autoFocus={isBegun}
      />
      <TextArea
        label={t('ruptures.agree.iWill')}
        value={iWill}
        onChange={(next) => draft.change({ iWill: next })}
        maxLength={10_000}
        writing
        wide
      />
      <DateField
        label={t('ruptures.agree.by')}
        optional
        value={by}
        onChange={(next) => draft.change({ by: next })}
      />
    </DraftWords>
  );
}
