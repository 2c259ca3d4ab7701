import type { IndicatorNoteBody } from '../../../shared/model/indicator.ts';
import { useText } from '../../i18n.ts';
import { Quiet, Words } from '../../ui/index.ts';

/** The story, then its day and the number beside it, if one was said. */
export function NoteWords({ note }: { note: Pick<IndicatorNoteBody, 'on' | 'story' | 'number'> }) {
  const { t, formatDate } = useText();
  const date = formatDate(note.on);
  return (
    <>
      <Words>{note.story}</Words>
      <Quiet small>
        {note.number === null ? date : t('indicators.dateAndNumber', { date, number: note.number })}
      </Quiet>
    </>
  );
}
