import { useState } from 'react';
import type { Settings } from '../../../shared/contract/settings.ts';
import { useCall } from '../../api.ts';
import { useAutosave } from '../../autosave.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, Loaded, Quiet, Row, SavedState, TextArea, TextField } from '../../ui/index.ts';

const texts = ['helpLine', 'limits', 'routePast'] as const;
type OwnTextField = (typeof texts)[number] | 'formalRoutes';

/** What is kept inside the vault: the three lines of every page, the formal routes, names to look for, the organisation. */
export function VaultTextSettings() {
  const settings = useCall('settings.get', {});
  return <Loaded call={settings}>{(stored) => <Editor stored={stored} />}</Loaded>;
}

function Editor({ stored }: { stored: Settings }) {
  const { t } = useText();
  const [names, setNames] = useState(stored.names.join('\n'));
  const [organisation, setOrganisation] = useState(stored.organisation ?? '');
  const namesSave = useAutosave({
    key: 'settings:names',
    method: 'settings.set',
    toInput: (value: string) => ({ names: linesOf(value) }),
  });
  const organisationSave = useAutosave({
    key: 'settings:organisation',
    method: 'settings.set',
    toInput: (value: string) => ({ organisation: value.trim() || null }),
  });
  return (
    <>
      <Card title={t('settings.texts.title')}>
        <Quiet>{t('settings.texts.help')}</Quiet>
        {texts.map((field) => (
          <OwnText key={field} field={field} stored={stored[field]} maxLength={1000} />
        ))}
        <Quiet>{t('settings.texts.formal.help')}</Quiet>
        <OwnText field="formalRoutes" stored={stored.formalRoutes} maxLength={4000} />
      </Card>
      <Card title={t('settings.names.title')}>
        <TextArea
          label={t('settings.names.label')}
          description={t('settings.names.help')}
          value={names}
          onChange={(value) => {
            setNames(value);
            namesSave.change(value);
          }}
          onBlur={() => void namesSave.flush()}
        />
        <SavedState autosave={namesSave} />
        <TextField
          label={t('settings.organisation.label')}
          description={t('settings.organisation.help')}
          optional
          maxLength={200}
          value={organisation}
          onChange={(value) => {
            setOrganisation(value);
            organisationSave.change(value);
          }}
          onBlur={() => void organisationSave.flush()}
        />
        <SavedState autosave={organisationSave} />
      </Card>
    </>
  );
}

/** One of the texts. Emptied, it is the usual text again: no page is ever without it. */
function OwnText(props: { field: OwnTextField; stored: string | null; maxLength: number }) {
  const { t } = useText();
  const { field } = props;
  const usual = t(`help.default.${field}`);
  const [value, setValue] = useState(props.stored);
  const save = useAutosave({
    key: `settings:${field}`,
    method: 'settings.set',
    toInput: (text: string) => ({
      [field]: text.trim() === '' || text.trim() === usual ? null : text.trim(),
    }),
  });

  function change(text: string) {
    setValue(text);
    save.change(text);
  }

  return (
    <>
      <TextArea
        label={t(`settings.texts.${field}`)}
        value={value ?? usual}
        onChange={change}
        onBlur={() => {
          if (value?.trim() === '') setValue(null);
          void save.flush();
        }}
        maxLength={props.maxLength}
        short
      />
      <Row>
        <SavedState autosave={save} />
        {value === null || value === usual ? null : (
          <Button
            kind="plain"
            label={t('settings.texts.reset', { field: t(`settings.texts.${field}`) })}
            onPress={() => {
              setValue(null);
              save.change('');
            }}
          >
            {t('settings.texts.reset.short')}
          </Button>
        )}
      </Row>
    </>
  );
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim().slice(0, 200));
  return [...new Set(lines.filter((line) => line !== ''))].slice(0, 500);
}
