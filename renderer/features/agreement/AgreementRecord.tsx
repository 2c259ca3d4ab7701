import type { RecordView } from '../../../shared/contract/signing.ts';
import { onlyAgreement } from '../../../shared/model/agreementRecord.ts';
import { arrangementKeys } from '../../../shared/model/agreement.ts';
import { foldAgreement } from '../../../shared/model/foldAgreement.ts';
import type { Role } from '../../../shared/model/member.ts';
import { useText } from '../../i18n.ts';
import { Stack } from '../../ui/index.ts';
import { PolicyRead } from './Arrangements.tsx';
import { ArrangementTable } from './ArrangementTable.tsx';
import { PromisesRead } from './LeaderPromises.tsx';
import { hasOffered, OfferedRead } from './Offered.tsx';
import { AnswersRead } from './Questions.tsx';

/** An agreement as the bytes of its record read, nothing folded away, with the names that stand in it. */
export function AgreementRecord({ record }: { record: RecordView }) {
  const { t } = useText();
  const nameOf = (role: Role) => record.members.find((member) => member.role === role)?.name ?? '';
  const names = { supervisee: nameOf('supervisee'), supervisor: nameOf('supervisor') };
  const view = foldAgreement({
    agreement: record.root,
    members: record.members,
    statements: onlyAgreement(record.statements),
  });
  return (
    <Stack gap="loose">
      <p>
        <strong>{t('agreement.title', names)}</strong>
      </p>
      <AnswersRead view={view} names={names} isRecord />
      <ArrangementTable
        title={t('agreement.arrangements.title')}
        view={view}
        names={names}
        keys={[...arrangementKeys, 'reviewOn']}
        onlySaid
      />
      <PolicyRead view={view} names={names} />
      <h3>{t('agreement.never.title')}</h3>
      <PromisesRead view={view} names={names} />
      {hasOffered(view) ? <OfferedRead view={view} names={names} /> : null}
    </Stack>
  );
}
