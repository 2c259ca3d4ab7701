import type { PhraseBody } from '../../../shared/model/phrase.ts';
import { useText } from '../../i18n.ts';
import { Quiet, Stack, Words } from '../../ui/index.ts';

/** A phrase as it stands, marked with its own language for screen readers. */
export function PhraseWords({ phrase }: { phrase: Omit<PhraseBody, 'language'> & { language: string } }) {
  const { t } = useText();
  return (
    <div lang={phrase.language}>
      <Stack gap="close">
        <Words>{phrase.say}</Words>
        {phrase.insteadOf.trim() === '' ? null : (
          <p>
            {t('phrasebook.insteadOf')}: {phrase.insteadOf}
          </p>
        )}
        {phrase.why.trim() === '' ? null : <Quiet>{phrase.why}</Quiet>}
      </Stack>
    </div>
  );
}
