import type { Output } from '../../../shared/contract/index.ts';
import { useText } from '../../i18n.ts';
import { Disclosure, Stack } from '../../ui/index.ts';
import { DraftNote } from './DraftNote.tsx';
import { TakeBack } from './IndicatorSaid.tsx';
import { NoteWords } from './NoteWords.tsx';

/** My own words under what is not looked at now. The other does not see them; I can take them back or drop them. */
export function LaidAside({ space, found }: { space: string; found: Output<'indicators.get'> }) {
  const { t } = useText();
  const notes = found.notes.filter((note) => !found.both.includes(note.indicator));
  const drafts = found.drafts.filter((draft) => !found.both.includes(draft.indicator));
  if (notes.length === 0 && drafts.length === 0) return null;
  return (
    <Disclosure title={t('indicators.aside')}>
      <Stack>
        {notes.map((note) => (
          <div key={note.item}>
            <h4>{t(`indicators.${note.indicator}`)}</h4>
            <NoteWords note={note} />
            <TakeBack note={note} />
          </div>
        ))}
        {drafts.map((draft) => (
          <div key={draft.item}>
            <h4>{t(`indicators.${draft.indicator}`)}</h4>
            <DraftNote draft={draft} space={space} found={found} />
          </div>
        ))}
      </Stack>
    </Disclosure>
  );
}
