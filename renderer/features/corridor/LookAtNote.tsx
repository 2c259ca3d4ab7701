import { useText } from '../../i18n.ts';
import { Quiet, Stack, Words } from '../../ui/index.ts';
import type { CorridorNote } from './useNote.ts';

/** Exactly what the other will see, before they see it. */
export function LookAtNote(props: { note: CorridorNote; name: string }) {
  const { t, formatDate } = useText();
  const { title, text, decision, promise } = props.note;
  return (
    <Stack>
      <Quiet>{t('corridor.exactly', { name: props.name })}</Quiet>
      <h3>{title.trim() || t('corridor.untitled')}</h3>
      <Words>{text}</Words>
      {decision.text.trim() === '' ? null : (
        <div>
          <h4>{t('sessions.decision.title')}</h4>
          <Words>{decision.text}</Words>
          {decision.who === null ? null : (
            <p>
              {t('sessions.decision.who')}: {t(`sessions.decision.who.${decision.who}`)}
            </p>
          )}
          <p>
            {decision.because.trim() === ''
              ? t('sessions.decision.becauseNotSaid')
              : t('sessions.decision.becauseIs', { because: decision.because })}
          </p>
        </div>
      )}
      {promise.text.trim() === '' ? null : (
        <div>
          <h4>{t('sessions.promise.title')}</h4>
          <Words>{promise.text}</Words>
          {promise.due === null ? null : (
            <Quiet>{t('sessions.promise.by', { date: formatDate(promise.due) })}</Quiet>
          )}
        </div>
      )}
    </Stack>
  );
}
