import type { Preferences } from '../../../shared/contract/preferences.ts';
import { call, useCall, useChoice } from '../../api.ts';
import { type Language, setLanguage, useText } from '../../i18n.ts';
import { Card, Choices, FailureNotice, Loaded, Stack } from '../../ui/index.ts';

/** Language, light or dark, and the letters for writing. Kept beside the vault: the unlock screen needs them too. */
export function LookSettings() {
  const { t } = useText();
  const preferences = useCall('preferences.get', {});
  // One each: the newest of two themes replaces the other, never a language that was chosen before it.
  const chooseLanguage = useChoice(async (language: Language) => {
    await setLanguage(language);
    await call('preferences.set', { language });
  });
  const chooseTheme = useChoice((theme: Preferences['theme']) => call('preferences.set', { theme }));
  const chooseFont = useChoice((writingFont: Preferences['writingFont']) =>
    call('preferences.set', { writingFont }),
  );
  return (
    <Card title={t('settings.look.title')}>
      <Loaded call={preferences}>
        {(now) => (
          <Stack>
            <Choices
              label={t('settings.language')}
              description={t('settings.language.help')}
              value={now.language}
              onChange={(language) => void chooseLanguage.run(language)}
              options={[
                { value: 'en-GB', label: 'English' },
                { value: 'cy', label: 'Cymraeg' },
              ]}
            />
            <Choices
              label={t('settings.theme')}
              value={now.theme}
              onChange={(theme) => void chooseTheme.run(theme)}
              options={[
                { value: 'system', label: t('settings.theme.system') },
                { value: 'light', label: t('settings.theme.light') },
                { value: 'dark', label: t('settings.theme.dark') },
              ]}
            />
            <Choices
              label={t('settings.writingFont')}
              value={now.writingFont}
              onChange={(writingFont) => void chooseFont.run(writingFont)}
              options={[
                { value: 'serif', label: t('settings.writingFont.serif') },
                { value: 'sans', label: t('settings.writingFont.sans') },
              ]}
            />
          </Stack>
        )}
      </Loaded>
      <FailureNotice error={chooseLanguage.error ?? chooseTheme.error ?? chooseFont.error} />
    </Card>
  );
}
