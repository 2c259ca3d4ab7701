import type { PackWriting } from '../../../shared/contract/packs.ts';
import type { Profile } from '../../../shared/profiles/index.ts';
import { useText } from '../../i18n.ts';
import { DateField, Row, Stack, TextField } from '../../ui/index.ts';
import { LanguageOf } from './LanguageOf.tsx';

/** The head of the form: who, when, for whom, and in which language. */
export function PackDetails(props: {
  profile: Profile | null;
  writing: PackWriting;
  onChange: (part: Partial<PackWriting>) => void;
}) {
  const { t, language } = useText();
  const { writing, onChange } = props;
  const setField = (key: string, value: string) => onChange({ fields: { ...writing.fields, [key]: value } });
  return (
    <Stack>
      <TextField
        label={t('packs.field.title')}
        value={writing.title}
        onChange={(title) => onChange({ title })}
        maxLength={300}
      />
      {props.profile?.fields.map(({ key, label, kind }) =>
        kind === 'date' ? (
          <DateField
            key={key}
            label={label[language]}
            value={writing.fields[key] || null}
            onChange={(value) => setField(key, value ?? '')}
          />
        ) : (
          <TextField
            key={key}
            label={label[language]}
            value={writing.fields[key] ?? ''}
            onChange={(value) => setField(key, value)}
            maxLength={300}
          />
        ),
      ) ?? null}
      <Row>
        <DateField
          label={t('packs.begin.from')}
          value={writing.from}
          max={writing.until}
          onChange={(from) => from !== null && onChange({ from })}
        />
        <DateField
          label={t('packs.begin.until')}
          value={writing.until}
          min={writing.from}
          onChange={(until) => until !== null && onChange({ until })}
        />
      </Row>
      <TextField
        label={t('packs.field.audience')}
        description={t('packs.field.audienceHelp')}
        value={writing.audience}
        onChange={(audience) => onChange({ audience })}
        maxLength={300}
      />
      <LanguageOf value={writing.language} onChange={(chosen) => onChange({ language: chosen })} />
    </Stack>
  );
}
