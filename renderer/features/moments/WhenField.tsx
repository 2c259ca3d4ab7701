import { useState } from 'react';
import { todayDate, useText } from '../../i18n.ts';
import { DateField } from '../../ui/index.ts';

/**
 * The day something was, as an instant of that day; `at` null is now. A day to come is refused here already, and so is one
 * after `until`, the instant of what followed it.
 */
export function WhenField(props: {
  label: string;
  at: string | null;
  onChange: (at: string) => void;
  until?: string | null;
}) {
  const { t } = useText();
  const until = props.until ?? null;
  const day = todayDate(props.at === null ? new Date() : new Date(props.at));
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <DateField
      label={props.label}
      value={refused ?? day}
      max={todayDate()}
      error={
        refused === null ? null : t(isToCome(refused) ? 'errors.date_in_future' : 'errors.dates_out_of_order')
      }
      onChange={(date) => {
        if (date === null) return;
        const isRefused = isToCome(date) || (until !== null && date > todayDate(new Date(until)));
        setRefused(isRefused ? date : null);
        if (!isRefused && date !== day) props.onChange(instantOf(date, until));
      }}
    />
  );
}

function isToCome(date: string): boolean {
  return date > todayDate();
}

function instantOf(date: string, until: string | null): string {
  const instant = (date === todayDate() ? new Date() : new Date(`${date}T12:00:00`)).toISOString();
  return until !== null && until < instant ? until : instant;
}
