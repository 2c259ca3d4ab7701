import { useState } from 'react';
import type { LedgerLine } from '../../../shared/contract/ledger.ts';
import type { LedgerAct } from '../../../shared/model/ledgerMeaning.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Loaded, Quiet, Row, Stack, TextField } from '../../ui/index.ts';
import styles from './Ledger.module.css';
import { LedgerFilter } from './LedgerFilter.tsx';

export type Wanted = {
  readonly act: LedgerAct | null;
  readonly person: string | null;
  readonly from: string | null;
  readonly until: string | null;
};

const atATime = 50;

/** The entries, newest first, under the day they were made. */
export function LedgerLines() {
  const { t } = useText();
  const [words, setWords] = useState('');
  const [wanted, setWanted] = useState<Wanted>({ act: null, person: null, from: null, until: null });
  const [limit, setLimit] = useState(atATime);
  const list = useCall('ledger.list', { ...wanted, words, limit });
  const isNarrowed = words.trim() !== '' || Object.values(wanted).some((value) => value !== null);
  return (
    <section className={styles.part} aria-label={t('ledger.list')}>
      <TextField type="search" label={t('ledger.words')} value={words} onChange={setWords} maxLength={200} />
      <LedgerFilter wanted={wanted} onChange={setWanted} />
      <Loaded call={list}>
        {({ lines, more }) =>
          lines.length === 0 ? (
            <Quiet>{t(isNarrowed ? 'ledger.noneFound' : 'ledger.none')}</Quiet>
          ) : (
            <Stack>
              {byDay(lines).map(({ day, lines: ofDay }) => (
                <Day key={day} day={day} lines={ofDay} />
              ))}
              {more ? (
                <Row>
                  <Button onPress={() => setLimit(limit + atATime)}>{t('ledger.earlier')}</Button>
                </Row>
              ) : null}
            </Stack>
          )
        }
      </Loaded>
    </section>
  );
}

function Day(props: { day: string; lines: readonly LedgerLine[] }) {
  const { formatDate } = useText();
  return (
    <div className={styles.day}>
      <h2>{formatDate(props.day)}</h2>
      <ul className={styles.lines}>
        {props.lines.map((line) => (
          <li key={line.number}>{line.sentence}</li>
        ))}
      </ul>
    </div>
  );
}

/** Lines in their order, gathered by the civil day on this computer. */
function byDay(lines: readonly LedgerLine[]): { day: string; lines: LedgerLine[] }[] {
  const days: { day: string; lines: LedgerLine[] }[] = [];
  for (const line of lines) {
    const at = new Date(line.at);
    const [month, date] = [at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0'));
    const day = `${at.getFullYear()}-${month}-${date}`;
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}
