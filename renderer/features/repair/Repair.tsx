import type { RepairView } from '../../../shared/contract/ruptures.ts';
import { useText } from '../../i18n.ts';
import { Disclosure, GoLink, Notice, Quiet, Stack } from '../../ui/index.ts';
import { Accounts } from './Accounts.tsx';
import { Checks } from './Checks.tsx';
import { EarlierRounds } from './EarlierRounds.tsx';
import { NamedWords } from './NamedWords.tsx';
import { Needs } from './Needs.tsx';
import { Reopen } from './Reopen.tsx';
import { RestAndGate } from './RestAndGate.tsx';
import { Settling } from './Settling.tsx';
import { WithThird } from './third/WithThird.tsx';

/** What two people share of a rupture, stage under stage; only what can be done now can be pressed. */
export function Repair({ repair }: { repair: RepairView }) {
  const { t } = useText();
  const { paused, stage, now, earlier } = repair;
  const isResting = paused.byMe || paused.byOther;
  return (
    <Stack gap="loose">
      <p>
        <strong>{t(isResting ? 'ruptures.stage.resting' : `ruptures.stage.${stage}`)}</strong>
      </p>
      {isResting ? <Notice>{t('ruptures.pause.resting')}</Notice> : null}
      {now.reopened.length === 0 ? null : (
        <Stack gap="close">
          <p>{t('ruptures.reopen.lead')}</p>
          <Reopenings repair={repair} />
        </Stack>
      )}
      <NamedWords repair={repair} />
      <Accounts repair={repair} />
      <Needs repair={repair} />
      <Checks repair={repair} />
      <Settling repair={repair} />
      {repair.acts.includes('reopen') ? <Reopen repair={repair} /> : null}
      <WithThird repair={repair} />
      <RestAndGate repair={repair} />
      {earlier.length === 0 ? null : (
        <Disclosure title={t('ruptures.earlier')} level={2}>
          <EarlierRounds repair={repair} />
        </Disclosure>
      )}
      {repair.note === null ? null : (
        <GoLink to="rupture" with={{ id: repair.note }}>
          {t('ruptures.note')}
        </GoLink>
      )}
    </Stack>
  );
}

function Reopenings({ repair }: { repair: RepairView }) {
  const { t } = useText();
  return repair.now.reopened
    .filter(({ words }) => words !== '')
    .map(({ byMe, words }) => (
      <Stack key={String(byMe)} gap="close">
        <Quiet>{t('ruptures.reopen.says', { name: byMe ? repair.me.name : repair.other.name })}</Quiet>
        <p>{words}</p>
      </Stack>
    ));
}
