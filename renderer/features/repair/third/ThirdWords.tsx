import { useText } from '../../../i18n.ts';
import { Quiet, Stack, Words } from '../../../ui/index.ts';

/** What the third person has heard, and the step they suggest. */
export function ThirdWords({ words }: { words: { readonly heard: string; readonly nextStep: string } }) {
  const { t } = useText();
  return (
    <Stack gap="close">
      <h3>{t('third.words.heard')}</h3>
      {words.heard === '' ? <Quiet>{t('ruptures.none')}</Quiet> : <Words>{words.heard}</Words>}
      <h3>{t('third.words.nextStep')}</h3>
      {words.nextStep === '' ? <Quiet>{t('ruptures.none')}</Quiet> : <Words>{words.nextStep}</Words>}
    </Stack>
  );
}
