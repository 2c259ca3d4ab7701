import { useState } from 'react';
import {
  apologyBoxes,
  type BuiltWordsBody,
  builtForms,
  putTogether,
  statementBoxes,
} from '../../../shared/model/builtWords.ts';
import { call, useAction, useCall } from '../../api.ts';
import { copyText } from '../../copyText.ts';
import { useText } from '../../i18n.ts';
import {
  AlertDialog,
  Button,
  Choices,
  Dialog,
  FailureNotice,
  Loaded,
  Quiet,
  Row,
  SavedState,
  Stack,
  TextArea,
} from '../../ui/index.ts';
import { useDraft } from '../../useDraft.ts';

/** Where the words may be put, by a press: after what is in a field of my own that nobody sees yet. */
export type WordsUse = {
  readonly label: string;
  readonly before: string;
  readonly put: (words: string) => void;
};
type Parts = {
  readonly about: string | null;
  readonly uses?: readonly WordsUse[];
  readonly onClose: () => void;
};

/** Finding words for a hard talk, box by box. Kept for me alone until I throw them away; nothing leaves from here. */
export function BuiltWords(props: Parts) {
  const { t } = useText();
  const kept = useCall('builtWords.get', { about: props.about });
  const [isThrowing, setThrowing] = useState(false);
  if (isThrowing) {
    return <ThrowAway about={props.about} onKeep={() => setThrowing(false)} onGone={props.onClose} />;
  }
  return (
    <Dialog title={t('builtWords.title')} size="wide" onClose={props.onClose}>
      <Loaded call={kept}>
        {({ body }) => <Editor {...props} kept={body ?? empty} onThrow={() => setThrowing(true)} />}
      </Loaded>
    </Dialog>
  );
}

function Editor(props: Parts & { kept: BuiltWordsBody; onThrow: () => void }) {
  const { t } = useText();
  const { about, kept, uses = [], onClose } = props;
  const [replaced, setReplaced] = useState<string | null>(null);
  const [isCopied, setCopied] = useState(false);
  const { value, change, autosave } = useDraft<'builtWords.save', BuiltWordsBody>({
    key: `builtWords:${about ?? 'alone'}`,
    method: 'builtWords.save',
    initial: kept,
    toInput: (body) => ({ about, body }),
  });
  async function flushThen(go: () => void) {
    if (await autosave.flush()) go();
  }
  function put() {
    const words = putTogether(value);
    setReplaced(value.words.trim() === '' || value.words === words ? null : value.words);
    change({ words });
  }
  return (
    <Stack>
      <Quiet>{t('builtWords.lead')}</Quiet>
      <Choices
        label={t('builtWords.form')}
        value={value.form}
        onChange={(form) => change({ form })}
        options={builtForms.map((form) => ({ value: form, label: t(`builtWords.form.${form}`) }))}
      />
      <Boxes value={value} change={change} />
      <Row>
        <Button onPress={put} isDisabled={putTogether(value) === ''}>
          {t('builtWords.put')}
        </Button>
        {replaced === null ? null : (
          <Button
            kind="plain"
            onPress={() => {
              change({ words: replaced });
              setReplaced(null);
            }}
          >
            {t('builtWords.putBack')}
          </Button>
        )}
      </Row>
      <TextArea
        label={t('builtWords.words')}
        description={t('builtWords.words.help')}
        value={value.words}
        onChange={(words) => {
          setCopied(false);
          change({ words });
        }}
        maxLength={fieldLimit}
        writing
        wide
      />
      <Row>
        {uses.map(({ label, before, put: use }) => (
          <Button
            key={label}
            isDisabled={value.words.trim() === '' || withWords(before, value.words).length > fieldLimit}
            onPress={() => {
              use(withWords(before, value.words));
              void flushThen(onClose);
            }}
          >
            {label}
          </Button>
        ))}
        <Button
          isDisabled={value.words.trim() === ''}
          onPress={() => {
            copyText(value.words);
            setCopied(true);
          }}
        >
          {t('builtWords.copy')}
        </Button>
        <SavedState autosave={autosave} />
      </Row>
      <p role="status">{isCopied ? t('builtWords.copied') : ''}</p>
      <Row>
        <Button onPress={() => void flushThen(onClose)}>{t('builtWords.close')}</Button>
        <Button kind="plain" onPress={() => void flushThen(props.onThrow)}>
          {t('builtWords.throw')}
        </Button>
      </Row>
    </Stack>
  );
}

function Boxes(props: { value: BuiltWordsBody; change: (part: Partial<BuiltWordsBody>) => void }) {
  const { t } = useText();
  const { statement, apology, form } = props.value;
  if (form === 'statement') {
    return statementBoxes.map((name) => (
      <TextArea
        key={name}
        label={t(`builtWords.box.${name}`)}
        value={statement[name]}
        onChange={(text) => props.change({ statement: { ...statement, [name]: text } })}
        maxLength={3900}
        short
        wide
      />
    ));
  }
  return apologyBoxes.map((name) => (
    <TextArea
      key={name}
      label={t(`builtWords.box.${name}`)}
      value={apology[name]}
      onChange={(text) => props.change({ apology: { ...apology, [name]: text } })}
      maxLength={3900}
      short
      wide
    />
  ));
}

function ThrowAway(props: { about: string | null; onKeep: () => void; onGone: () => void }) {
  const { t } = useText();
  const { about } = props;
  const throwAway = useAction(async () => {
    await call('builtWords.throwAway', { about });
    props.onGone();
  });
  return (
    <AlertDialog
      title={t('builtWords.throw.title')}
      confirmLabel={t('builtWords.throw')}
      cancelLabel={t('builtWords.throw.keep')}
      onConfirm={() => void throwAway.run()}
      onCancel={props.onKeep}
      isBusy={throwAway.busy}
    >
      <p>{t('builtWords.throw.help')}</p>
      <FailureNotice error={throwAway.error} />
    </AlertDialog>
  );
}

/** What a field these words may be put into holds. */
const fieldLimit = 20_000;

/** Words put after what is there, so that nothing typed is lost. */
function withWords(before: string, words: string): string {
  return before.trim() === '' ? words : `${before.trimEnd()}\n\n${words}`;
}

const empty: BuiltWordsBody = {
  form: 'statement',
  statement: { feeling: '', happened: '', effect: '', ask: '' },
  apology: { did: '', landed: '', shouldHave: '', will: '', askNothing: '' },
  words: '',
};
