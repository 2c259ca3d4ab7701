import { useState } from 'react';
import { useText } from '../../i18n.ts';
import { Button, Checkbox, Quiet, Stack } from '../../ui/index.ts';
import type { SaidDecision } from '../index.ts';
import { ExtractDialog } from './ExtractDialog.tsx';

/** A decision and its because, as text for the case system. Who could make it, and what else was thought of, by choice. */
export function DecisionExtract(props: { decision: SaidDecision; date: string }) {
  const { t } = useText();
  const { text, who, because, alternatives } = props.decision;
  const [isOpen, setOpen] = useState(false);
  const [takes, setTakes] = useState({ who: false, alternatives: false });
  function compose(): string {
    const reason =
      because.trim() === ''
        ? t('sessions.decision.becauseNotSaid')
        : t('extracts.says.because', { text: because });
    const parts = [
      t('extracts.says.decision', { text }),
      reason,
      ...(takes.who && who !== null
        ? [t('extracts.says.who', { text: t(`sessions.decision.who.${who}`) })]
        : []),
      ...(takes.alternatives ? [t('extracts.says.alternatives', { text: alternatives })] : []),
    ];
    return parts.join('\n');
  }
  return (
    <div>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {t('extracts.open')}
      </Button>
      {isOpen ? (
        <ExtractDialog date={props.date} compose={compose} onClose={() => setOpen(false)}>
          <Stack>
            <Quiet>{t('extracts.choose.decision')}</Quiet>
            {who === null ? null : (
              <Checkbox isSelected={takes.who} onChange={(isTaken) => setTakes({ ...takes, who: isTaken })}>
                {t('extracts.who')}
              </Checkbox>
            )}
            {alternatives.trim() === '' ? null : (
              <Checkbox
                isSelected={takes.alternatives}
                onChange={(isTaken) => setTakes({ ...takes, alternatives: isTaken })}
              >
                {t('extracts.alternatives')}
              </Checkbox>
            )}
          </Stack>
        </ExtractDialog>
      ) : null}
    </div>
  );
}
