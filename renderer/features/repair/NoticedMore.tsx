import {
  ruptureFrequencies,
  ruptureShapes,
  ruptureSigns,
  ruptureTouches,
} from '../../../shared/model/rupture.ts';
import { useText } from '../../i18n.ts';
import { Choices, Disclosure, Scale, Several, Stack } from '../../ui/index.ts';
import type { Note } from './note.ts';

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
