import { useState } from 'react';
import { todayDate, useText } from '../../i18n.ts';
import { DateField } from '../../ui/index.ts';

/** A day that has come; what cannot be is said at once and not kept. `refuse`: why else a day cannot be this one, or null. */
export function PastDay(props: {
  label: string;
  optional?: boolean;
  value: string | null;
  onChange: (date: string | null) => void;
  refuse: (date: string) => 'dates_out_of_order' | null;
}) {
  const { t } = useText();
  const [refused, setRefused] = useState<string | null>(null);
  const why = (date: string) => (date > todayDate() ? 'date_in_future' : props.refuse(date));
  const reason = refused === null ? null : why(refused);
  return (
    <DateField
      label={props.label}
      optional={props.optional ?? false}
      value={reason === null ? props.value : refused}
      max={todayDate()}
      error={reason === null ? null : t(`errors.${reason}`)}
      onChange={(date) => {
        const isRefused = date !== null && why(date) !== null;
        setRefused(isRefused ? date : null);
        if (!isRefused) props.onChange(date);
      }}
    />
  );
}
