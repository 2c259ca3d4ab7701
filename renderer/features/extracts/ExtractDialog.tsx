import { type ReactNode, useState } from 'react';
import type { IdentifierKind } from '../../../shared/language/identifiers.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { LookAtWords } from '../../language/LookAtWords.tsx';
import { lookedAtField } from '../../language/lookedAt.ts';
import { Button, Dialog, FailureNotice, Notice, Quiet, Row, Stack, TextArea } from '../../ui/index.ts';
import { copyText } from '../../copyText.ts';
import { FoundWords } from './FoundWords.tsx';
import { useFindings } from './useFindings.ts';

/**
 * First what goes along is chosen (`children`), then exactly what leaves is looked at and changed. It leaves by Copy or on
 * paper, once everything that may point to a person was looked at.
 */
export function ExtractDialog(props: {
  /** The day it is about. */
  date: string;
  compose: () => string;
  /** False while there is nothing to look at. */
  isChosen?: boolean;
  children: ReactNode;
  onClose: () => void;
}) {
  const { t } = useText();
  const [text, setText] = useState<string | null>(null);
  const isLooking = text !== null;
  return (
    <Dialog
      title={t('extracts.title')}
      size="wide"
      onClose={props.onClose}
      {...(isLooking
        ? {}
        : {
            buttons: (
              <>
                <Button
                  kind="primary"
                  onPress={() => setText(props.compose())}
                  isDisabled={props.isChosen === false}
                >
                  {t('extracts.look')}
                </Button>
                <Button onPress={props.onClose}>{t('common.cancel')}</Button>
              </>
            ),
          })}
    >
      {isLooking ? (
        <Leaving
          text={text}
          date={props.date}
          onChange={setText}
          onBack={() => setText(null)}
          onClose={props.onClose}
        />
      ) : (
        props.children
      )}
    </Dialog>
  );
}

function Leaving(props: {
  text: string;
  date: string;
  onChange: (text: string) => void;
  onBack: () => void;
  onClose: () => void;
}) {
  const { t, language } = useText();
  const { text, date } = props;
  const found = useFindings(text, date);
  // Bound to exactly this text: other words are looked at anew.
  const [kept, setKept] = useState<readonly IdentifierKind[]>([]);
  const [said, setSaid] = useState<string | null>(null);
  const kinds = [...new Set(found?.map(({ kind }) => kind) ?? [])];
  const mayLeave = found !== null && text.trim() !== '' && kinds.every((kind) => kept.includes(kind));
  function change(next: string) {
    props.onChange(next);
    setKept([]);
    setSaid(null);
  }
  const copy = useAction(async () => {
    await call('extracts.copy', { text, date, kept: [...kept] });
    copyText(text);
    setSaid(t('extracts.copied'));
  });
  const print = useAction(async () => {
    const { path } = await call('extracts.print', { text, date, kept: [...kept], language, path: null });
    if (path !== null) setSaid(t('extracts.printed', { path }));
  });
  return (
    <Stack>
      <Quiet>{t('extracts.exactly')}</Quiet>
      <TextArea label={t('extracts.text')} wide autoFocus value={text} maxLength={20_000} onChange={change} />
      {found === null ? null : <FoundWords text={text} found={found} kept={kept} onKeep={setKept} />}
      <LookAtWords parts={[lookedAtField('text', text, change)]} />
      <Row>
        <Button kind="primary" onPress={() => void copy.run()} isBusy={copy.busy} isDisabled={!mayLeave}>
          {t('extracts.copy')}
        </Button>
        <Button onPress={() => void print.run()} isBusy={print.busy} isDisabled={!mayLeave}>
          {t('extracts.print')}
        </Button>
        <Button onPress={props.onBack}>{t('extracts.back')}</Button>
        <Button onPress={props.onClose}>{t('common.close')}</Button>
      </Row>
      <div role="status">{said === null ? null : <Notice>{said}</Notice>}</div>
      <FailureNotice error={copy.error ?? print.error} />
    </Stack>
  );
}
