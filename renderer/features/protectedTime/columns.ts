import type { SessionTimeBody } from '../../../shared/model/agreement.ts';
import type { TimedSession, TimeSlot } from '../../../shared/model/protectedTime.ts';
import type { Text } from '../../i18n.ts';

type Names = { readonly supervisee: string; readonly supervisor: string };

/** One place along the chart: a session, or a stretch without one. */
export type Column =
  | { readonly key: string; readonly session: TimedSession; readonly expected: null }
  | { readonly key: string; readonly session: null; readonly expected: { from: string; to: string } };

export function columnsOf(slots: readonly TimeSlot[]): Column[] {
  return slots.flatMap((slot): Column[] => {
    if (slot.sessions.length === 0 && slot.expected !== null) {
      return [{ key: slot.expected.from, session: null, expected: slot.expected }];
    }
    return slot.sessions.map((session) => ({ key: session.session, session, expected: null }));
  });
}

/** The day of a session, or the stretch in which there was none. */
export function columnTitle(text: Pick<Text, 't' | 'formatDate'>, column: Column): string {
  if (column.session !== null) return text.formatDate(column.session.date);
  return text.t('time.table.stretch', stretch(text, column.expected));
}

/** A whole column in words, for the line under the chart and for screen readers. */
export function columnInWords(text: Pick<Text, 't' | 'formatDate'>, names: Names, column: Column): string {
  const { t } = text;
  if (column.session === null) return t('time.chart.empty', stretch(text, column.expected));
  const says = (name: string, said: SessionTimeBody | null) =>
    said === null
      ? t('time.column.notSaid', { name })
      : t('time.column.says', { name, what: saidInWords(text, said) });
  const { supervisee, supervisor } = column.session;
  return [
    `${text.formatDate(column.session.date)}.`,
    says(names.supervisee, supervisee),
    says(names.supervisor, supervisor),
  ].join(' ');
}

/** "held, 80 minutes. Why: …" */
export function saidInWords({ t }: Pick<Text, 't'>, said: SessionTimeBody): string {
  const outcome = t(`time.said.${said.outcome}`);
  const what =
    said.minutes === null
      ? t('time.said.noMinutes', { outcome })
      : t('time.said.minutes', { outcome, count: said.minutes });
  return said.why.trim() === '' ? what : `${what} ${t('time.said.why', { why: said.why })}`;
}

function stretch({ formatDate }: Pick<Text, 'formatDate'>, expected: { from: string; to: string }) {
  const lastDay = new Date(`${expected.to}T12:00:00Z`);
  lastDay.setUTCDate(lastDay.getUTCDate() - 1);
  return { from: formatDate(expected.from), to: formatDate(lastDay.toISOString().slice(0, 10)) };
}
