import { type FormEvent, useState } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import { type FeelingList, isFreeWord, isSameWord } from '../../../shared/model/feelingList.ts';
import { type FeelingFamily, feelings } from '../../../shared/model/feelings.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  FailureNotice,
  Quiet,
  Row,
  Select,
  Several,
  Stack,
  TextField,
  toast,
} from '../../ui/index.ts';
import { useFeelingWords } from './useFeelingWords.ts';

type Change = Input<'feelings.change'>;

/** The list of feelings, made one's own: words put in and taken off, hidden and put back, family by family. */
export function FeelingListEdit({ list }: { list: FeelingList }) {
  const { t } = useText();
  const inWords = useFeelingWords();
  const [family, setFamily] = useState<FeelingFamily | null>(null);
  const change = useAction((what: Change) => call('feelings.change', what));
  const words = list.find((one) => one.family === family)?.words ?? [];
  const own = words.filter((one) => one.isOwn);
  const labels = inWords(words.map(({ word }) => word));

  function show(shown: readonly string[]) {
    const hide = words.filter((one) => !one.isHidden && !shown.includes(one.word));
    const putBack = words.filter((one) => one.isHidden && shown.includes(one.word));
    void change.run({ hide: hide.map(({ word }) => word), putBack: putBack.map(({ word }) => word) });
  }
  async function takeOff(word: string, isHidden: boolean) {
    if (family === null || !(await change.run({ remove: [word] }))) return;
    const back: Change = { add: [{ family, word }], hide: isHidden ? [word] : [] };
    toast(t('moments.list.tookOff', { word }), () => void change.run(back));
  }
  async function toUsual() {
    const { away, back } = usualAndBack(list);
    if (await change.run(away)) toast(t('moments.list.isUsual'), () => void change.run(back));
  }

  return (
    <Stack>
      <Quiet small>{t('moments.list.changeHelp')}</Quiet>
      <Select
        label={t('moments.list.family')}
        value={family}
        placeholder={t('common.choose')}
        onChange={setFamily}
        options={list.map((one) => ({ value: one.family, label: t(`feelings.family.${one.family}`) }))}
      />
      {family === null ? null : (
        <>
          <AddWord
            key={family}
            list={list}
            family={t(`feelings.family.${family}`)}
            onAdd={(word) => change.run({ add: [{ family, word }] })}
          />
          <Several
            label={t('moments.list.shown')}
            value={words.flatMap((one) => (one.isHidden ? [] : [one.word]))}
            onChange={show}
            options={words.map(({ word }, index) => ({ value: word, label: labels[index] ?? word }))}
          />
          {own.length === 0 ? null : (
            <Row>
              {own.map(({ word, isHidden }) => (
                <Button key={word} kind="plain" onPress={() => void takeOff(word, isHidden)}>
                  {t('moments.list.takeOff', { word })}
                </Button>
              ))}
            </Row>
          )}
        </>
      )}
      {isUsual(list) ? null : (
        <div>
          <Button onPress={() => void toUsual()}>{t('moments.list.usual')}</Button>
        </div>
      )}
      <FailureNotice error={change.error} />
    </Stack>
  );
}

function AddWord(props: { list: FeelingList; family: string; onAdd: (word: string) => Promise<boolean> }) {
  const { t } = useText();
  const inWords = useFeelingWords();
  const [word, setWord] = useState('');
  const [isThere, setThere] = useState(false);

  async function add(event: FormEvent) {
    event.preventDefault();
    const said = word.trim();
    if (said === '') return;
    // The same word may stand there under a key of ours, which is another word in the other language.
    const isKnown = inWords(feelings).some((one) => isSameWord(one, said)) || !isFreeWord(props.list, said);
    setThere(isKnown);
    if (isKnown || !(await props.onAdd(said))) return;
    setWord('');
    toast(t('moments.list.added', { word: said, family: props.family }));
  }

  return (
    <form onSubmit={(event) => void add(event)}>
      <Stack gap="close">
        <TextField
          label={t('moments.list.own')}
          value={word}
          onChange={setWord}
          maxLength={60}
          error={isThere ? t('moments.list.there') : null}
        />
        <div>
          <Button type="submit">{t('moments.list.add')}</Button>
        </div>
      </Stack>
    </form>
  );
}

function isUsual(list: FeelingList): boolean {
  return list.every(({ words }) => words.every((one) => !one.isOwn && !one.isHidden));
}

/** What makes the list the usual one again, and what undoes that. */
function usualAndBack(list: FeelingList): { readonly away: Change; readonly back: Change } {
  const all = list.flatMap(({ family, words }) => words.map((one) => ({ family, ...one })));
  const own = all.filter((one) => one.isOwn);
  const hidden = all.filter((one) => one.isHidden).map(({ word }) => word);
  const usualHidden = all.filter((one) => one.isHidden && !one.isOwn).map(({ word }) => word);
  return {
    away: { remove: own.map(({ word }) => word), putBack: usualHidden },
    back: { add: own.map(({ family, word }) => ({ family, word })), hide: hidden },
  };
}
