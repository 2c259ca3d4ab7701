import { useState } from 'react';
import { todayDate, useText } from '../../i18n.ts';
import { DateField } from '../../ui/index.ts';

/** The day something was, as an instant of that day; `at` null is now. A day to come is refused here already. */
export function WhenField(props: { label: string; at: string | null; onChange: (at: string) => void }) {
  const { t } = useText();
  const day = todayDate(props.at === null ? new Date() : new Date(props.at));
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <DateField
      label={props.label}
      value={refused ?? day}
      max={todayDate()}
      error={refused === null ? null : t('errors.date_in_future')}
      onChange={(date) => {
        if (date === null) return;
        const isToCome = date > todayDate();
        setRefused(isToCome ? date : null);
        if (!isToCome && date !== day) props.onChange(instantOf(date));
      }}
    />
  );
}

function instantOf(date: string): string {
  return (date === todayDate() ? new Date() : new Date(`${date}T12:00:00`)).toISOString();
}
