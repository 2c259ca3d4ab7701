import type { RepairView } from '../../../shared/contract/ruptures.ts';
import type { RuptureSide } from '../../../shared/model/ruptureView.ts';
import { useText } from '../../i18n.ts';
import { Stack } from '../../ui/index.ts';
import { AccountWords } from './Accounts.tsx';
import { RoundShown } from './Checks.tsx';
import { NeedWords } from './Needs.tsx';
import { Reopenings } from './Reopenings.tsx';
import { OutcomeSaid } from './Settling.tsx';
import { TwoVoices } from './TwoVoices.tsx';

/** What was said before it came back, as it stood. */
export function EarlierRounds({ repair }: { repair: RepairView }) {
  const { t } = useText();
  return (
    <Stack gap="loose">
      {repair.earlier.map(({ reopened, mine, theirs, rounds }) => (
        <Stack key={mine.account?.hash}>
          <Reopenings repair={repair} reopened={reopened} />
          <TwoVoices repair={repair} mine={<SideShown side={mine} />} theirs={<SideShown side={theirs} />} />
          <h3>{t('ruptures.check.title')}</h3>
          {rounds.map((round) => (
            <RoundShown key={round.round} repair={repair} round={round} />
          ))}
          <h3>{t('ruptures.settle.for')}</h3>
          <TwoVoices
            repair={repair}
            mine={<OutcomeSaid side={mine} />}
            theirs={<OutcomeSaid side={theirs} />}
          />
        </Stack>
      ))}
    </Stack>
  );
}

function SideShown({ side }: { side: RuptureSide }) {
  return (
    <Stack>
      {side.account === null ? null : <AccountWords account={side.account} />}
      {side.need === null ? null : <NeedWords need={side.need} />}
    </Stack>
  );
}
