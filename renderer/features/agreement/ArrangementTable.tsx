import type { ArrangementKey } from '../../../shared/model/agreement.ts';
import type { AgreementView } from '../../../shared/model/agreementView.ts';
import { useText } from '../../i18n.ts';
import styles from './Agreement.module.css';

type Key = ArrangementKey | 'reviewOn';

/** One row an arrangement: one cell for both where they say the same, else the supervisee's and the supervisor's. */
export function ArrangementTable(props: {
  title: string;
  view: AgreementView;
  names: { supervisee: string; supervisor: string };
  keys: readonly Key[];
  /** Leave out what neither has said. */
  onlySaid?: boolean;
}) {
  const { t, formatDate } = useText();
  const { view, names } = props;
  const rows = props.keys
    .map((key) => ({ key, ...saidAbout(view, key, formatDate) }))
    .filter((row) => !props.onlySaid || row.supervisee !== null || row.supervisor !== null);
  if (rows.length === 0) return null;
  return (
    <table className={styles.table}>
      <caption>{props.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('agreement.arrangements.what')}</th>
          <th scope="col" className={styles.supervisee}>
            {names.supervisee}
          </th>
          <th scope="col" className={styles.supervisor}>
            {names.supervisor}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{t(`agreement.key.${row.key}`)}</th>
            {row.both ? (
              <td colSpan={2} className={styles.both}>
                {t('agreement.arrangements.both', { text: row.supervisee ?? '' })}
              </td>
            ) : (
              <>
                <td data-name={names.supervisee}>{row.supervisee ?? <NotSaid />}</td>
                <td data-name={names.supervisor}>{row.supervisor ?? <NotSaid />}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NotSaid() {
  const { t } = useText();
  return <span className={styles.notSaid}>{t('agreement.notSaid')}</span>;
}

/** What each says about one thing, dates in words. */
export function saidAbout(
  view: AgreementView,
  key: Key,
  formatDate: (date: string) => string,
): { supervisee: string | null; supervisor: string | null; both: boolean } {
  if (key !== 'reviewOn') {
    const row = view.arrangements.find((one) => one.key === key);
    return row ?? { supervisee: null, supervisor: null, both: false };
  }
  const day = (date: string | null) => (date === null ? null : formatDate(date));
  const { supervisee, supervisor, both } = view.reviewOn;
  return { supervisee: day(supervisee), supervisor: day(supervisor), both: both !== null };
}
