import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { LeavingWords } from '../../../shared/model/leaving.ts';
import type { Role } from '../../../shared/model/member.ts';
import { call, useAction } from '../../api.ts';
import { useAutosave } from '../../autosave.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Quiet, Row, SavedState, Stack, TextArea, toast } from '../../ui/index.ts';
import { Signing } from '../../signing/Signing.tsx';
import { LeavingRecord } from './LeavingRecord.tsx';
import { WordsRead } from './WordsRead.tsx';

type Leaving = NonNullable<Output<'leaving.get'>['leaving']>;
const parts = ['keeps', 'gives', 'destroys'] as const;
const nothing: LeavingWords = { keeps: '', gives: '', destroys: '' };

/** What each writes about the ending, until both sign it. */
export function AgreeEnding(props: { leaving: Leaving; me: Role; names: Readonly<Record<Role, string>> }) {
  const { t } = useText();
  const { leaving, me, names } = props;
  const other = me === 'supervisee' ? 'supervisor' : 'supervisee';
  const take = useAction(async () => {
    await call('leaving.takeBack', { leaving: leaving.leaving });
    toast(t('leaving.takenBack'));
  });
  const theirs = leaving.said[other];
  return (
    <Stack gap="loose">
      <Quiet>{t('leaving.how')}</Quiet>
      {leaving.handsOver ? <p>{t('leaving.handsOver')}</p> : null}
      {leaving.handsOver ? <Quiet>{t('leaving.files')}</Quiet> : null}
      <Mine leaving={leaving} me={me} name={names[other]} />
      <section>
        <h3>{t('leaving.wordsOf', { name: names[other] })}</h3>
        {theirs === null ? <Quiet>{t('leaving.none')}</Quiet> : <WordsRead words={theirs} />}
      </section>
      <Signing
        about={{ root: leaving.leaving, me, names, signing: leaving.signing, Record: LeavingRecord }}
      />
      <Row>
        <Button kind="plain" onPress={() => void take.run()} isBusy={take.busy}>
          {t('leaving.takeBack')}
        </Button>
      </Row>
      <FailureNotice error={take.error} />
    </Stack>
  );
}

function Mine({ leaving, me, name }: { leaving: Leaving; me: Role; name: string }) {
  const { t } = useText();
  const [words, setWords] = useState<LeavingWords>(leaving.draft ?? leaving.said[me] ?? nothing);
  const save = useAutosave({
    key: `leaving:${leaving.leaving}`,
    method: 'leaving.save',
    toInput: (value: LeavingWords) => ({ leaving: leaving.leaving, words: value }),
  });
  const show = useAction(async () => {
    await save.flush();
    await call('leaving.show', { leaving: leaving.leaving });
  });

  function change(part: (typeof parts)[number], text: string): void {
    const next = { ...words, [part]: text };
    setWords(next);
    save.change(next);
  }

  return (
    <section>
      <Stack>
        <h3>{t('leaving.mine')}</h3>
        {parts.map((part) => (
          <TextArea
            key={part}
            label={t(`leaving.${part}`)}
            value={words[part]}
            onChange={(text) => change(part, text)}
            onBlur={() => void save.flush()}
            maxLength={5000}
            short
          />
        ))}
        <SavedState autosave={save} />
        {leaving.draft === null ? null : (
          <>
            <Row>
              <Button onPress={() => void show.run()} isBusy={show.busy}>
                {t('leaving.show')}
              </Button>
            </Row>
            <Quiet>{t('leaving.shown', { name })}</Quiet>
          </>
        )}
        <FailureNotice error={show.error} />
      </Stack>
    </section>
  );
}
