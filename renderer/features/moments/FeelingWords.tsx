import { type Feeling, feelingFamilies, isFeeling, noWordForIt } from '../../../shared/model/feelings.ts';
import { useText } from '../../i18n.ts';
import { Checkbox, Disclosure, Quiet, Several, Stack } from '../../ui/index.ts';

/** Our list of feelings, folded by family so that nobody faces sixty words at nine in the evening. */
export function FeelingWords(props: { chosen: readonly Feeling[]; onChange: (chosen: Feeling[]) => void }) {
  const { t, formatList } = useText();
  const { chosen, onChange } = props;
  const others = (options: readonly Feeling[]) => chosen.filter((feeling) => !options.includes(feeling));
  return (
    <Disclosure title={t('moments.feelings.open')}>
      <Stack gap="close">
        {chosen.length === 0 ? null : (
          <Quiet>
            {t('moments.feelings.chosen')}: {formatList(chosen.map((feeling) => t(`feelings.${feeling}`)))}
          </Quiet>
        )}
        {feelingFamilies.map(({ family, feelings }) => {
          const options: readonly Feeling[] = feelings;
          return (
            <Disclosure key={family} title={t(`feelings.family.${family}`)} level={4}>
              <Several
                label={t(`feelings.family.${family}`)}
                hideLabel
                value={chosen.filter((feeling) => options.includes(feeling))}
                onChange={(own) => onChange([...others(options), ...own])}
                options={options.map((feeling) => ({ value: feeling, label: t(`feelings.${feeling}`) }))}
              />
            </Disclosure>
          );
        })}
        <Checkbox
          isSelected={chosen.includes(noWordForIt)}
          onChange={(isSelected) =>
            onChange([...others([noWordForIt]), ...(isSelected ? [noWordForIt] : [])])
          }
        >
          {t(`feelings.${noWordForIt}`)}
        </Checkbox>
      </Stack>
    </Disclosure>
  );
}

/** Words of the list in the language shown; a word that is not on our list stands as it was written. */
export function useFeelingWords(): (feelings: readonly string[]) => string[] {
  const { t } = useText();
  return (feelings) => feelings.map((feeling) => (isFeeling(feeling) ? t(`feelings.${feeling}`) : feeling));
}
