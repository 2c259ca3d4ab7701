import { isFreeWord } from '../../../shared/model/feelingList.ts';
import { noWordForIt } from '../../../shared/model/feelings.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Checkbox, Disclosure, Loaded, Quiet, Several, Stack } from '../../ui/index.ts';
import { FeelingListEdit } from './FeelingListEdit.tsx';
import { useFeelingWords } from './useFeelingWords.ts';

type Choosing = { chosen: readonly string[]; onChange: (chosen: string[]) => void };

/**
 * The list of feelings, ours and the person's own words, folded by family so that nobody faces ninety words at nine in the
 * evening. A word that was chosen stays in sight, also when the list no longer has it.
 */
export function FeelingWords({ chosen, onChange }: Choosing) {
  const { t, formatList } = useText();
  const inWords = useFeelingWords();
  const list = useCall('feelings.list', {});
  const others = (options: readonly string[]) => chosen.filter((word) => !options.includes(word));
  return (
    <Disclosure title={t('moments.feelings.open')}>
      <Stack gap="close">
        {chosen.length === 0 ? null : (
          <Quiet>
            {t('moments.feelings.chosen')}: {formatList(inWords(chosen))}
          </Quiet>
        )}
        <Loaded call={list}>
          {({ families }) => {
            const unlisted = chosen.filter((word) => word !== noWordForIt && isFreeWord(families, word));
            return (
              <>
                {families.map(({ family, words }) => {
                  const options = words
                    .filter(({ word, isHidden }) => !isHidden || chosen.includes(word))
                    .map(({ word }) => word);
                  if (options.length === 0) return null;
                  return (
                    <Disclosure key={family} title={t(`feelings.family.${family}`)} level={4}>
                      <Words
                        label={t(`feelings.family.${family}`)}
                        hideLabel
                        options={options}
                        chosen={chosen}
                        onChange={(own) => onChange([...others(options), ...own])}
                      />
                    </Disclosure>
                  );
                })}
                {unlisted.length === 0 ? null : (
                  <Words
                    label={t('moments.feelings.unlisted')}
                    options={unlisted}
                    chosen={chosen}
                    onChange={(own) => onChange([...others(unlisted), ...own])}
                  />
                )}
              </>
            );
          }}
        </Loaded>
        <Checkbox
          isSelected={chosen.includes(noWordForIt)}
          onChange={(isSelected) =>
            onChange([...others([noWordForIt]), ...(isSelected ? [noWordForIt] : [])])
          }
        >
          {t(`feelings.${noWordForIt}`)}
        </Checkbox>
        <Disclosure title={t('moments.list.change')} level={4}>
          <Loaded call={list}>{({ families }) => <FeelingListEdit list={families} />}</Loaded>
        </Disclosure>
      </Stack>
    </Disclosure>
  );
}

function Words(props: Choosing & { label: string; hideLabel?: boolean; options: readonly string[] }) {
  const inWords = useFeelingWords();
  const { label, options, chosen, onChange } = props;
  const labels = inWords(options);
  return (
    <Several
      label={label}
      hideLabel={props.hideLabel ?? false}
      value={chosen.filter((word) => options.includes(word))}
      onChange={onChange}
      options={options.map((value, index) => ({ value, label: labels[index] ?? value }))}
    />
  );
}
