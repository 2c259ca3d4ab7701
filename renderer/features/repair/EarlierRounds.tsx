import type { RepairView } from '../../../shared/contract/ruptures.ts';
import type { RuptureSide } from '../../../shared/model/ruptureView.ts';
import { Stack } from '../../ui/index.ts';
import { AccountWords } from './Accounts.tsx';
import { RoundShown } from './Checks.tsx';
import { NeedWords } from './Needs.tsx';
import { OutcomeSaid } from './Settling.tsx';
import { TwoVoices } from './TwoVoices.tsx';

/** What was said before it came back, as it stood. */
export function EarlierRounds({ repair }: { repair: RepairView }) {
  return (
    <Stack gap="loose">
      {repair.earlier.map(({ mine, theirs, rounds }) => (
        <Stack key={mine.account?.hash}>
          <TwoVoices repair={repair} mine={<SideShown side={mine} />} theirs={<SideShown side={theirs} />} />
          {rounds.map((round) => (
            <RoundShown key={round.round} repair={repair} round={round} />
          ))}
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
      <OutcomeSaid side={side} />
    </Stack>
  );
}
