import type { FoundWord } from '../../shared/language/findWords.ts';
import type { WrittenLanguage } from '../../shared/language/sentences.ts';
import { useText } from '../i18n.ts';
import { Button, Quiet, Row, Stack } from '../ui/index.ts';
import styles from './Language.module.css';

/** Characters of the sentence shown on either side of the word. */
const around = 120;

/** A word in its sentence, what could stand there instead, and a way to leave it. */
export function FoundInSentence(props: {
  text: string;
  word: FoundWord;
  language: WrittenLanguage;
  onPutIn: (alternative: string) => void;
  onLeave: () => void;
}) {
  const { t } = useText();
  const { text, word, language } = props;
  const from = Math.max(word.sentence.start, word.start - around);
  const to = Math.min(word.sentence.end, word.end + around);
  return (
    <Stack gap="close">
      <p className={styles.sentence} lang={language}>
        {from > word.sentence.start ? '… ' : ''}
        {text.slice(from, word.start)}
        <mark>{text.slice(word.start, word.end)}</mark>
        {text.slice(word.end, to)}
        {to < word.sentence.end ? ' …' : ''}
      </p>
      <Quiet>
        {t(`language.kind.${word.kind}`)} {word.why === null ? null : <span lang={language}>{word.why}</span>}
      </Quiet>
      <Row>
        {word.alternatives.map((alternative) => (
          <Button key={alternative} onPress={() => props.onPutIn(alternative)}>
            {t('language.putIn', { alternative })}
          </Button>
        ))}
        <Button kind="plain" onPress={props.onLeave}>
          {t('language.leave')}
        </Button>
      </Row>
    </Stack>
  );
}
