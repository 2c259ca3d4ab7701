import type { Language } from '../../../shared/i18n/index.ts';
import { call, useChoice } from '../../api.ts';
import { setLanguage, useText } from '../../i18n.ts';
import { Button, FailureNotice, Row } from '../../ui/index.ts';

/** Each language by its own name, so that it can be found by someone who reads only that one. */
const names: readonly { language: Language; name: string }[] = [
  { language: 'cy', name: 'Cymraeg' },
  { language: 'en-GB', name: 'English' },
];

export function LanguageSwitch() {
  const { t, language: shown } = useText();
  const change = useChoice(async (language: Language) => {
    await setLanguage(language);
    await call('preferences.set', { language });
  });
  return (
    <fieldset aria-label={t('vault.language')}>
      <Row>
        {names.map(({ language, name }) => (
          <Button
            key={language}
            kind={language === shown ? 'quiet' : 'plain'}
            isPressed={language === shown}
            onPress={() => void change.run(language)}
          >
            <span lang={language}>{name}</span>
          </Button>
        ))}
      </Row>
      <FailureNotice error={change.error} />
    </fieldset>
  );
}
