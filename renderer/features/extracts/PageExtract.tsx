import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useCall } from '../../api.ts';
import { flushAll } from '../../autosave.ts';
import { todayDate, useText } from '../../i18n.ts';
import { Button, Loaded, Quiet, Select, Stack } from '../../ui/index.ts';
import { ExtractDialog } from './ExtractDialog.tsx';
import styles from './Extracts.module.css';

type Line = Output<'pages.lines'>['lines'][number];
type Part = 'out' | 'decision' | 'because';

/** Lines of a private page that say what was decided and why, as text for the case system. The page learns nothing of it. */
export function PageExtract({ page }: { page: string }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button
        onPress={async () => {
          // The lines are read from the vault: what was typed last has to be there.
          await flushAll(2000);
          setOpen(true);
        }}
      >
        {t('extracts.open')}
      </Button>
      {isOpen ? <Choose page={page} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function Choose(props: { page: string; onClose: () => void }) {
  const { t } = useText();
  const lines = useCall('pages.lines', { item: props.page });
  const [parts, setParts] = useState<ReadonlyMap<number, Part>>(new Map());
  function compose(): string {
    const said = (part: Part) =>
      (lines.value?.lines ?? [])
        .filter((line) => parts.get(line.index) === part)
        .map((line) => line.text)
        .join('\n');
    const [decision, because] = [said('decision'), said('because')];
    return [
      ...(decision === '' ? [] : [t('extracts.says.decision', { text: decision })]),
      because === '' ? t('sessions.decision.becauseNotSaid') : t('extracts.says.because', { text: because }),
    ].join('\n');
  }
  return (
    <ExtractDialog
      date={todayDate()}
      compose={compose}
      isChosen={[...parts.values()].includes('decision')}
      onClose={props.onClose}
    >
      <Loaded call={lines}>
        {({ lines: all }) =>
          all.length === 0 ? (
            <p>{t('extracts.noLines')}</p>
          ) : (
            <Stack>
              <Quiet>{t('extracts.choose.page')}</Quiet>
              <ul className={styles.lines}>
                {all.map((line) => (
                  <MarkLine
                    key={line.index}
                    line={line}
                    part={parts.get(line.index) ?? 'out'}
                    onChange={(part) => setParts(new Map(parts).set(line.index, part))}
                  />
                ))}
              </ul>
            </Stack>
          )
        }
      </Loaded>
    </ExtractDialog>
  );
}

function MarkLine(props: { line: Line; part: Part; onChange: (part: Part) => void }) {
  const { t } = useText();
  return (
    <li className={styles.line}>
      <p className={styles.words}>{props.line.text}</p>
      <Select
        label={t('extracts.line', { text: props.line.text.slice(0, 80) })}
        hideLabel
        value={props.part}
        onChange={props.onChange}
        options={(['out', 'decision', 'because'] as const).map((part) => ({
          value: part,
          label: t(`extracts.line.${part}`),
        }))}
      />
    </li>
  );
}
