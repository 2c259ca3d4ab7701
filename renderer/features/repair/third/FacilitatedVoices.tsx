import type { FacilitationPage } from '../../../../shared/contract/facilitations.ts';
import type { FacilitationSide } from '../../../../shared/model/facilitation.ts';
import { call, useChoice } from '../../../api.ts';
import { useText } from '../../../i18n.ts';
import { Choices, FailureNotice, Quiet, Stack, VoicePair } from '../../../ui/index.ts';
import { AccountWords } from '../Accounts.tsx';
import { NeedWords } from '../Needs.tsx';
import { HeardByOther } from './HeardByOther.tsx';
import { MyAccount, MyNeed, MyWords } from './MyWordsHere.tsx';
import { NoWords } from './NoWords.tsx';
import { ThirdWords } from './ThirdWords.tsx';

/** The supervisee left, the supervisor right, the third person below; my own can be written in. */
export function FacilitatedVoices({ page }: { page: FacilitationPage }) {
  const { t } = useText();
  const { people, view, me } = page;
  const { words } = view.facilitator;
  return (
    <VoicePair
      supervisee={{ name: people.supervisee.name, children: <Side page={page} part="supervisee" /> }}
      supervisor={{ name: people.supervisor.name, children: <Side page={page} part="supervisor" /> }}
      facilitator={{
        name: people.facilitator.name,
        children: (
          <Stack>
            <Quiet small>{t('third.words.title')}</Quiet>
            {me === 'facilitator' ? (
              <MyWords page={page} />
            ) : words === null ? (
              <NoWords page={page} />
            ) : (
              <ThirdWords words={words} />
            )}
          </Stack>
        ),
      }}
    />
  );
}

function Side({ page, part }: { page: FacilitationPage; part: 'supervisee' | 'supervisor' }) {
  const side = page.view[part];
  if (page.me === part) {
    return (
      <Stack gap="loose">
        <MyAccount page={page} side={side} />
        <MyNeed page={page} side={side} />
      </Stack>
    );
  }
  if (side.account === null && side.need === null) return <NoWords page={page} />;
  return (
    <Stack gap="loose">
      {side.account === null ? null : <TheirAccount page={page} account={side.account} />}
      {side.need === null ? null : <NeedWords need={side.need} />}
    </Stack>
  );
}

function TheirAccount(props: { page: FacilitationPage; account: NonNullable<FacilitationSide['account']> }) {
  const { t } = useText();
  const { page, account } = props;
  const { space, me, endedAt } = page;
  const hear = useChoice((answer: 'heard' | 'notYet' | null) =>
    call('facilitations.hear', { space, hash: account.hash, answer }),
  );
  const mayAnswer = me !== 'facilitator' && endedAt === null;
  return (
    <Stack>
      <AccountWords account={account} />
      {mayAnswer ? (
        <Choices<'heard' | 'notYet'>
          label={t('ruptures.talking.toTheirs')}
          description={t('third.heard.help')}
          atOnce
          value={account.heard}
          onChange={(answer) => void hear.run(answer)}
          options={[
            { value: 'heard', label: t('ruptures.heard.heard') },
            { value: 'notYet', label: t('ruptures.heard.notYet') },
          ]}
          clear={{ label: t('ruptures.heard.clear'), onClear: () => void hear.run(null) }}
        />
      ) : (
        <HeardByOther page={page} account={account} />
      )}
      <FailureNotice error={hear.error} />
    </Stack>
  );
}
