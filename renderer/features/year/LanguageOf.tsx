import { type Language, useText } from '../../i18n.ts';
import { Choices } from '../../ui/index.ts';

/** A document has its own language: an employer may owe it in Welsh whatever the window shows. */
export function LanguageOf(props: { value: Language; onChange: (language: Language) => void }) {
  const { t } = useText();
  return (
    <Choices
      label={t('packs.begin.language')}
      value={props.value}
      onChange={props.onChange}
      options={[
        { value: 'en-GB', label: t('packs.language.en-GB') },
        { value: 'cy', label: t('packs.language.cy') },
      ]}
    />
  );
}
