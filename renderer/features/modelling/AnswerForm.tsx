import { useText } from '../../i18n.ts';
import { KeptForm } from '../../kept/KeptForm.tsx';
import { KeptArea } from '../../kept/KeptText.tsx';
import { useKeptRecord } from '../../kept/useKeptRecord.ts';
import type { ModellingQuestion } from '../../../shared/reflection/modelling.ts';

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
  return (
    <KeptForm
      title={t('modelling.card.title')}
      lead={t('modelling.card.help')}
      item={item}
      isEmpty={isEmpty(record.draft)}
      record={record}
      onDone={onDone}
      {...(leave === undefined ? {} : { leave })}
    >
      <KeptArea record={record} field="text" label={t(`modelling.question.${question}`)} />
    </KeptForm>
  );
}

function isEmpty(draft: { readonly text: string }): boolean {
  return draft.text.trim() === '';
}
