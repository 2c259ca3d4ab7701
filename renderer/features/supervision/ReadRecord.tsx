import type { RecordView } from '../../../shared/contract/signing.ts';
import { foldSession } from '../../../shared/model/foldSession.ts';
import type { Role } from '../../../shared/model/member.ts';
import { onlySession } from '../../../shared/model/sessionView.ts';
import { useText } from '../../i18n.ts';
import { ReadBack } from './ReadBack.tsx';

/** A session's record as its bytes read, with the names that stand in it. */
export function ReadRecord({ record }: { record: RecordView }) {
  const { t, formatDate } = useText();
  const { root: session, members } = record;
  const view = foldSession({ session, members, statements: onlySession(record.statements) });
  const nameOf = (role: Role) => members.find((member) => member.role === role)?.name ?? '';
  const names = { supervisee: nameOf('supervisee'), supervisor: nameOf('supervisor') };
  return (
    <>
      <p>
        <strong>{t('sessions.title', names)}</strong>
        {view.date === null ? null : ` · ${formatDate(view.date)}`}
      </p>
      <ReadBack view={view} names={names} />
    </>
  );
}
