import {
  ruptureFrequencies,
  ruptureShapes,
  ruptureSigns,
  ruptureTouches,
  ruptureTriggers,
} from '../../../shared/model/rupture.ts';
import { useText } from '../../i18n.ts';
import { Choices, Disclosure, Quiet, Scale, Several, Stack, TextArea } from '../../ui/index.ts';
import { CodesField } from './CodesField.tsx';
import type { Note } from './note.ts';
import { PastDay } from './PastDay.tsx';

/** What may help to think about it, folded; none of it can ever be sent. */
export function NoticedMore({ note, change }: { note: Note; change: (part: Partial<Note>) => void }) {
  const { t } = useText();
  const clear = (part: Partial<Note>) => ({
    label: t('ruptures.noticed.clear'),
    onClear: () => change(part),
  });
  return (
    <Disclosure title={t('ruptures.noticed.more')} level={2}>
      <Stack>
        <PastDay
          label={t('ruptures.noticed.happened')}
          optional
          value={note.happenedOn}
          onChange={(happenedOn) => change({ happenedOn })}
          refuse={(date) => (date > note.noticedOn ? 'dates_out_of_order' : null)}
        />
        <Several
          label={t('ruptures.noticed.triggers')}
          value={note.triggers}
          onChange={(triggers) => change({ triggers })}
          options={ruptureTriggers.map((value) => ({ value, label: t(`ruptures.trigger.${value}`) }))}
        />
        <CodesField
          label={t('ruptures.noticed.affected')}
          description={t('ruptures.noticed.affected.help')}
          codes={note.affected}
          onChange={(affected) => change({ affected })}
        />
        <Choices
          label={t('ruptures.noticed.shape')}
          value={note.shape}
          onChange={(shape) => change({ shape })}
          options={ruptureShapes.map((value) => ({ value, label: t(`ruptures.shape.${value}`) }))}
          clear={clear({ shape: null })}
        />
        <Several
          label={t('ruptures.noticed.signs')}
          value={note.signs}
          onChange={(signs) => change({ signs })}
          options={ruptureSigns.map((value) => ({ value, label: t(`ruptures.sign.${value}`) }))}
        />
        <Scale
          label={t('ruptures.noticed.severity')}
          value={note.severity}
          onChange={(severity) => change({ severity })}
          min={1}
          max={5}
          minLabel={t('ruptures.severity.min')}
          maxLabel={t('ruptures.severity.max')}
          clear={clear({ severity: null })}
        />
        <Choices
          label={t('ruptures.noticed.frequency')}
          value={note.frequency}
          onChange={(frequency) => change({ frequency })}
          options={ruptureFrequencies.map((value) => ({ value, label: t(`ruptures.frequency.${value}`) }))}
          clear={clear({ frequency: null })}
        />
        <Several
          label={t('ruptures.noticed.touches')}
          value={note.touches}
          onChange={(touches) => change({ touches })}
          options={ruptureTouches.map((value) => ({ value, label: t(`ruptures.touch.${value}`) }))}
        />
      </Stack>
    </Disclosure>
  );
}

/** What steadies me before anything is said, folded. */
export function Steadying({ note, change }: { note: Note; change: (part: Partial<Note>) => void }) {
  const { t } = useText();
  return (
    <Disclosure title={t('ruptures.noticed.steady')} level={2}>
      <Stack>
        <TextArea
          label={t('ruptures.noticed.steadying')}
          optional
          value={note.steadying}
          onChange={(steadying) => change({ steadying })}
          maxLength={20_000}
          writing
          wide
        />
        <Quiet small>{t('ruptures.noticed.steady.help')}</Quiet>
      </Stack>
    </Disclosure>
  );
}
