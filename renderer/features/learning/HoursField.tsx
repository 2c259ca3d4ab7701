import { useState } from 'react';
import { hoursEnd, hoursStep } from '../../../shared/model/learning.ts';
import { useText } from '../../i18n.ts';
import { NumberField } from '../../ui/index.ts';

/** Hours in quarters. What is off the scale is said to be, and what was said before stays. */
export function HoursField(props: { value: number | null; onChange: (hours: number | null) => void }) {
  const { t } = useText();
  const [isRefused, setRefused] = useState(false);
  return (
    <NumberField
      label={t('learning.field.hours')}
      description={t('learning.field.hours.help')}
      optional
      min={0}
      max={hoursEnd}
      step={hoursStep}
      value={props.value}
      error={isRefused ? t('learning.field.hours.wrong') : null}
      onChange={(hours, isWrong) => {
        setRefused(isWrong);
        if (!isWrong) props.onChange(hours);
      }}
    />
  );
}
