import { type GateAnswer, gateAnswers } from '../../../shared/model/rupture.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Choices, Lines, Notice, Quiet, Stack } from '../../ui/index.ts';

/** The question before every step. Yes and not sure end nothing: they show who else there is. The answer may change. */
export function Gate(props: {
  answer: GateAnswer | null;
  onAnswer: (answer: GateAnswer) => void;
  /** Who sees what of the answer. */
  privacy: string;
}) {
  const { t } = useText();
  const settings = useCall('settings.get', {});
  const isClosed = props.answer === 'yes' || props.answer === 'notSure';
  return (
    <Stack gap="close">
      <Choices<GateAnswer>
        label={t('ruptures.gate.question')}
        atOnce
        value={props.answer}
        onChange={props.onAnswer}
        options={gateAnswers.map((value) => ({ value, label: t(`ruptures.gate.${value}`) }))}
      />
      <Quiet>{props.privacy}</Quiet>
      {/* In a region of its own, so that it is read out when the answer brings it. */}
      <div role="status">
        {isClosed ? (
          <Notice tone="caution">
            <Stack gap="close">
              <p>{t('ruptures.gate.closed')}</p>
              <p>{settings.value?.routePast ?? t('help.default.routePast')}</p>
              <h3>{t('help.formal.title')}</h3>
              <Lines>{settings.value?.formalRoutes ?? t('help.default.formalRoutes')}</Lines>
              <p>{settings.value?.helpLine ?? t('help.default.helpLine')}</p>
            </Stack>
          </Notice>
        ) : null}
      </div>
    </Stack>
  );
}
