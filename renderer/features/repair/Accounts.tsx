import { useState } from 'react';
import type { RepairView } from '../../../shared/contract/ruptures.ts';
import { call, useAction, useChoice } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Choices, FailureNotice, Quiet, Row, Stack, TextArea, Words } from '../../ui/index.ts';
import { DraftWords } from './DraftWords.tsx';
import { FindWords } from './FindWords.tsx';
import { Landing } from './Landing.tsx';
import { TwoVoices } from './TwoVoices.tsx';
import { useDraft } from '../../useDraft.ts';

type Account = NonNullable<RepairView['drafts']['account']>;
type Shown = NonNullable<RepairView['now']['mine']['account']>;

/** Both accounts side by side: each drafted privately, then shown; to the other's words one may say they were heard. */
export function Accounts({ repair }: { repair: RepairView }) {
  const { t } = useText();
  const { mine, theirs } = repair.now;
  const hasDraft = repair.drafts.account !== null;
  if (!repair.acts.includes('account') && !hasDraft && mine.account === null && theirs.account === null) {
    return null;
  }
  return (
    <Stack gap="close">
      <h2>{t('ruptures.talking.title')}</h2>
      <TwoVoices
        repair={repair}
        mine={<MyAccount repair={repair} />}
        theirs={
          theirs.account === null ? (
            <Quiet>{t('ruptures.talking.notShown')}</Quiet>
          ) : (
            <TheirAccount repair={repair} account={theirs.account} />
          )
        }
      />
    </Stack>
  );
}

export function AccountWords({ account }: { account: Account }) {
  const { t } = useText();
  return (
    <Stack>
      <Stack gap="close">
        <h3>{t('ruptures.talking.howItWas')}</h3>
        {account.howItWas === '' ? <Quiet>{t('ruptures.none')}</Quiet> : <Words>{account.howItWas}</Words>}
      </Stack>
      <Stack gap="close">
        <h3>{t('ruptures.talking.myPart')}</h3>
        {account.myPart === '' ? <Quiet>{t('ruptures.none')}</Quiet> : <Words>{account.myPart}</Words>}
      </Stack>
    </Stack>
  );
}

function MyAccount({ repair }: { repair: RepairView }) {
  const { t } = useText();
  const { account } = repair.now.mine;
  const [isOpen, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const item = repair.rupture;
  const takeBack = useAction(() => call('ruptures.withdraw', { item, what: 'account' }));
  const canShow = repair.acts.includes('account');
  // What I showed is mine to take back, also while it rests.
  const canTakeBack = account !== null && repair.now.mine.need === null && repair.now.theirs.need === null;
  if (isOpen || repair.drafts.account !== null) {
    return (
      <AccountDraft
        repair={repair}
        shown={account}
        isBegun={isOpen}
        onClose={() => {
          setOpen(false);
          setWasOpen(true);
        }}
      />
    );
  }
  return (
    <Stack>
      {account === null ? (
        <Quiet>{t('ruptures.talking.notShown')}</Quiet>
      ) : (
        <Landing isHere={wasOpen}>
          <ShownAccount repair={repair} account={account} />
        </Landing>
      )}
      {canShow || canTakeBack ? (
        <Row>
          {canShow ? (
            <Button onPress={() => setOpen(true)}>
              {t(account === null ? 'ruptures.talking.write' : 'ruptures.talking.change')}
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

function ShownAccount({ repair, account }: { repair: RepairView; account: Shown }) {
  const { t } = useText();
  return (
    <Stack>
      <AccountWords account={account} />
      {account.heard === null ? null : (
        <p>{t(`ruptures.heard.byOther.${account.heard}`, { name: repair.other.name })}</p>
      )}
    </Stack>
  );
}

function AccountDraft(props: {
  repair: RepairView;
  shown: Shown | null;
  /** Opened just now, by a press. */
  isBegun: boolean;
  onClose: () => void;
}) {
  const { t } = useText();
  const { repair, shown, isBegun, onClose } = props;
  const item = repair.rupture;
  const earlier = { howItWas: shown?.howItWas ?? '', myPart: shown?.myPart ?? '' };
  const draft = useDraft<'ruptures.saveAccount', Account>({
    key: `ruptures:account:${item}:${repair.cycle}`,
    method: 'ruptures.saveAccount',
    initial: repair.drafts.account ?? earlier,
    toInput: (value) => ({ item, ...value }),
  });
  const { howItWas, myPart } = draft.value;
  return (
    <DraftWords
      otherName={repair.other.name}
      autosave={draft.autosave}
      canShow={repair.acts.includes('account') && (howItWas.trim() !== '' || myPart.trim() !== '')}
      onShow={async () => {
        if (!(await draft.autosave.flush())) return;
        await call('ruptures.showAccount', { item });
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
        label={t('ruptures.talking.howItWas')}
        value={howItWas}
        onChange={(next) => draft.change({ howItWas: next })}
        maxLength={20_000}
        writing
        wide
        autoFocus={isBegun}
      />
      <TextArea
        label={t('ruptures.talking.myPart')}
        value={myPart}
        onChange={(next) => draft.change({ myPart: next })}
        maxLength={20_000}
        writing
        wide
      />
      <Row>
        <FindWords
          about={item}
          uses={[
            {
              label: t('builtWords.use.howItWas'),
              before: howItWas,
              put: (words) => draft.change({ howItWas: words }),
            },
            {
              label: t('builtWords.use.myPart'),
              before: myPart,
              put: (words) => draft.change({ myPart: words }),
            },
          ]}
        />
      </Row>
    </DraftWords>
  );
}

function TheirAccount({ repair, account }: { repair: RepairView; account: Shown }) {
  const { t } = useText();
  const item = repair.rupture;
  const hear = useChoice((answer: 'heard' | 'notYet' | null) =>
    call('ruptures.hear', { item, hash: account.hash, answer }),
  );
  return (
    <Stack>
      <AccountWords account={account} />
      {repair.acts.includes('hear') ? (
        <Choices<'heard' | 'notYet'>
          label={t('ruptures.talking.toTheirs')}
          description={t('ruptures.heard.help', { name: repair.other.name })}
          atOnce
          value={account.heard}
          onChange={(answer) => void hear.run(answer)}
          options={[
            { value: 'heard', label: t('ruptures.heard.heard') },
            { value: 'notYet', label: t('ruptures.heard.notYet') },
          ]}
          clear={{ label: t('ruptures.heard.clear'), onClear: () => void hear.run(null) }}
        />
      ) : null}
      <FailureNotice error={hear.error} />
    </Stack>
  );
}
