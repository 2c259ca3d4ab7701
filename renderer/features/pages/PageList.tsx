import { useState } from 'react';
import type { PageRow } from '../../../shared/contract/pages.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, EmptyState, GoLink, Loaded } from '../../ui/index.ts';
import styles from './Pages.module.css';

const atATime = 60;

/** Pages under their months. `upTo`: start at this date instead of the newest. */
export function PageList(props: { upTo: string | null }) {
  return <Stretch before={null} upTo={props.upTo} monthBefore={null} />;
}

/** One stretch of the list, and, once asked for, the next below it: each is read by its own call and stays up to date. */
function Stretch(props: { before: number | null; upTo: string | null; monthBefore: string | null }) {
  const { t } = useText();
  const [isMoreOpen, setMoreOpen] = useState(false);
  const list = useCall('pages.list', { before: props.before, upTo: props.upTo, limit: atATime });
  return (
    <Loaded call={list}>
      {({ pages, more }) => {
        const last = pages.at(-1);
        if (last === undefined) {
          return props.before === null ? <EmptyState>{t('pages.empty')}</EmptyState> : null;
        }
        return (
          <>
            {byMonth(pages).map(({ month, rows }) => (
              <Month key={month} month={month} rows={rows} isHeaded={month !== props.monthBefore} />
            ))}
            {isMoreOpen ? (
              <Stretch before={last.place} upTo={null} monthBefore={last.date.slice(0, 7)} />
            ) : more ? (
              <div>
                <Button onPress={() => setMoreOpen(true)}>{t('pages.more')}</Button>
              </div>
            ) : null}
          </>
        );
      }}
    </Loaded>
  );
}

function Month(props: { month: string; rows: readonly PageRow[]; isHeaded: boolean }) {
  const { t, formatDay, formatMonth } = useText();
  const name = formatMonth(`${props.month}-01`);
  return (
    <section aria-label={name}>
      {props.isHeaded ? <h2 className={styles.month}>{name}</h2> : null}
      <ul className={styles.list}>
        {props.rows.map((row) => (
          <li key={row.item}>
            <GoLink to="page" with={{ id: row.item }} className={styles.row}>
              <span className={styles.day}>{formatDay(row.date)}</span>
              <span className={styles.words}>
                {row.title === '' ? null : <span className={styles.name}>{row.title}</span>}
                <span className={styles.excerpt}>
                  {row.excerpt || (row.title === '' ? t('pages.notWritten') : '')}
                </span>
              </span>
            </GoLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function byMonth(pages: readonly PageRow[]): { month: string; rows: PageRow[] }[] {
  const months: { month: string; rows: PageRow[] }[] = [];
  for (const page of pages) {
    const month = page.date.slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.rows.push(page);
    else months.push({ month, rows: [page] });
  }
  return months;
}
