import { useState } from 'react';
import { todayDate, useText } from '../i18n.ts';
import { DateField } from '../ui/index.ts';

/** The civil day something was. A day to come is refused here already, and what was said before stays. */
export function DayField(props: { label: string; date: string; onChange: (date: string) => void }) {
  const { t } = useText();
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <DateField
      label={props.label}
      value={refused ?? props.date}
      max={todayDate()}
      error={refused === null ? null : t('errors.date_in_future')}
      onChange={(date) => {
        if (date === null) return;
        const isToCome = date > todayDate();
        setRefused(isToCome ? date : null);
        if (!isToCome && date !== props.date) props.onChange(date);
      }}
    />
  );
}
