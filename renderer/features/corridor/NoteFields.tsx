import type { Output } from '../../../shared/contract/index.ts';
import { deciders } from '../../../shared/model/session.ts';
import { useText } from '../../i18n.ts';
import {
  Choices,
  DateField,
  Disclosure,
  Notice,
  Select,
  Stack,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import type { CorridorNote } from './useNote.ts';

/** What a note still lacks before it can be looked at. */
export type Needed = 'person' | 'words' | 'who';

export function neededOf(note: CorridorNote): Needed | null {
  if (note.space === null) return 'person';
  if (note.text.trim() === '') return 'words';
  return note.decision.text.trim() !== '' && note.decision.who === null ? 'who' : null;
}

export function isEmptyNote(note: CorridorNote): boolean {
  return [note.title, note.text, note.decision.text, note.decision.because, note.promise.text].every(
    (text) => text.trim() === '',
  );
}

/** The words first, where the cursor waits; a decision and a promise are folded until there is one. */
export function NoteFields(props: {
  pairs: readonly Output<'pairs.list'>['pairs'][number][];
  note: CorridorNote;
  onChange: (part: Partial<CorridorNote>) => void;
  needed: Needed | null;
}) {
  const { t } = useText();
  const { pairs, note, onChange, needed } = props;
  const { decision, promise } = note;
  return (
    <Stack>
      {pairs.length < 2 ? null : (
        <Select
          label={t('corridor.with')}
          value={note.space}
          placeholder={t('corridor.choosePerson')}
          onChange={(space) => onChange({ space })}
          options={pairs.map((pair) => ({ value: pair.space, label: pair.other.name }))}
          {...(needed === 'person' ? { error: t('corridor.needPerson') } : {})}
        />
      )}
      <TextArea
        label={t('corridor.words')}
        wide
        writing
        autoFocus
        value={note.text}
        onChange={(text) => onChange({ text })}
        maxLength={50_000}
        {...(needed === 'words' ? { error: t('corridor.needWords') } : {})}
      />
      <TextField
        label={t('corridor.topic')}
        optional
        value={note.title}
        onChange={(title) => onChange({ title })}
        maxLength={300}
        placeholder={t('corridor.untitled')}
      />
      <Disclosure title={t('corridor.decision')} level={3} startsOpen={decision.text !== ''}>
        <Stack>
          <TextArea
            label={t('sessions.decision.text')}
            wide
            short
            value={decision.text}
            onChange={(text) => onChange({ decision: { ...decision, text } })}
            maxLength={10_000}
          />
          <Choices
            label={t('sessions.decision.who')}
            value={decision.who}
            onChange={(who) => onChange({ decision: { ...decision, who } })}
            options={deciders.map((who) => ({ value: who, label: t(`sessions.decision.who.${who}`) }))}
          />
          {needed === 'who' ? <Notice tone="caution">{t('corridor.needWho')}</Notice> : null}
          <TextArea
            label={t('sessions.decision.because')}
            description={t('sessions.decision.becauseHelp')}
            wide
            short
            value={decision.because}
            onChange={(because) => onChange({ decision: { ...decision, because } })}
            maxLength={10_000}
          />
        </Stack>
      </Disclosure>
      <Disclosure title={t('corridor.promise')} level={3} startsOpen={promise.text !== ''}>
        <Stack>
          <TextArea
            label={t('sessions.promise.text')}
            wide
            short
            value={promise.text}
            onChange={(text) => onChange({ promise: { ...promise, text } })}
            maxLength={5_000}
          />
          <DateField
            label={t('sessions.promise.due')}
            optional
            value={promise.due}
            onChange={(due) => onChange({ promise: { ...promise, due } })}
          />
        </Stack>
      </Disclosure>
    </Stack>
  );
}
