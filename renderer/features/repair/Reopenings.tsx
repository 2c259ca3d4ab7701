import type { RepairView } from '../../../shared/contract/ruptures.ts';
import type { RuptureTimeRound } from '../../../shared/model/ruptureView.ts';
import { useText } from '../../i18n.ts';
import { Quiet, Stack, Words } from '../../ui/index.ts';

/** The words with which it came back, and who wrote them. */
export function Reopenings(props: { repair: RepairView; reopened: RuptureTimeRound['reopened'] }) {
  const { t } = useText();
  const { me, other } = props.repair;
  return props.reopened
    .filter(({ words }) => words !== '')
    .map(({ byMe, words }) => (
      <Stack key={String(byMe)} gap="close">
        <Quiet>{t('ruptures.reopen.says', { name: byMe ? me.name : other.name })}</Quiet>
        <Words>{words}</Words>
      </Stack>
    ));
}
