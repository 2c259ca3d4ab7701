import { useText } from '../../i18n.ts';
import { KeptForm } from '../../kept/KeptForm.tsx';
import { useKeptRecord } from '../../kept/useKeptRecord.ts';
import type { ModellingQuestion } from '../../../shared/reflection/modelling.ts';
import { TextArea } from '../../ui/index.ts';

/** The answer to the question of one month. `item` null is the month's first; `leave` is what else can be done with that. */
export function AnswerForm(props: {
  item: string | null;
  month: string;
  question: ModellingQuestion;
  text: string;
  onDone: () => void;
  leave?: { readonly label: string; readonly run: () => Promise<unknown> };
}) {
  const { t } = useText();
  const { item, month, question, onDone, leave } = props;
  const record = useKeptRecord({
    method: 'modelling.save',
    item,
    initial: { month, text: props.text },
    isEmpty,
    toInput: (known, draft) => ({ ...draft, item: known }),
  });
  const { draft, change, autosave } = record;
  return (
    <KeptForm
      title={t('modelling.card.title')}
      lead={t('modelling.card.help')}
      item={item}
      isEmpty={isEmpty(draft)}
      record={record}
      onDone={onDone}
      {...(leave === undefined ? {} : { leave })}
    >
      <TextArea
        label={t(`modelling.question.${question}`)}
        value={draft.text}
        onChange={(text) => change({ text })}
        onBlur={() => void autosave.flush()}
        maxLength={5000}
        autoFocus
        writing
        short
      />
    </KeptForm>
  );
}

function isEmpty(draft: { readonly text: string }): boolean {
  return draft.text.trim() === '';
}
