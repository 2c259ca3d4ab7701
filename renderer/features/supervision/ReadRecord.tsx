import type { RecordView } from '../../../shared/contract/signing.ts';
import type { Role } from '../../../shared/model/member.ts';
import { useText } from '../../i18n.ts';
import { ReadBack } from './ReadBack.tsx';
import styles from './Session.module.css';

/** A record as its bytes read, with the names that stand in it. */
export function ReadRecord({ record }: { record: RecordView }) {
  const { t, formatDate } = useText();
  const nameOf = (role: Role) => record.members.find((member) => member.role === role)?.name ?? '';
  const names = { supervisee: nameOf('supervisee'), supervisor: nameOf('supervisor') };
  const { date } = record.view;
  return (
    <article className={styles.record} aria-label={t('signing.record')} data-record>
      <p>
        <strong>{t('sessions.title', names)}</strong>
        {date === null ? null : ` · ${formatDate(date)}`}
      </p>
      <ReadBack view={record.view} names={names} />
    </article>
  );
}
