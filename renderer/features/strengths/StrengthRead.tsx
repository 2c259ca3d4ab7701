import type { StrengthBody } from '../../../shared/model/strength.ts';
import { useText } from '../../i18n.ts';
import { Said } from '../../kept/Said.tsx';

/** The words of one, as the other sees them: in the preview and once they are shown. */
export function StrengthRead({ body }: { body: StrengthBody }) {
  const { t } = useText();
  return (
    <>
      <Said label={t(`strengths.text.${body.what}`)} text={body.text} />
      <Said label={t(`strengths.effect.${body.what}`)} text={body.effect} />
    </>
  );
}
