import { useState } from 'react';
import type { EvidenceView } from '../../../shared/contract/evidence.ts';
import { frameworks, tagName } from '../../../shared/profiles/index.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useAutosave } from '../../autosave.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Disclosure,
  FailureNotice,
  Quiet,
  Row,
  SavedState,
  Select,
  Several,
  Stack,
  TextArea,
  toast,
  Words,
} from '../../ui/index.ts';
import styles from './Year.module.css';

/** One chosen line: its words, whose they are, what it shows, and where it is. */
export function ChosenLine({ line }: { line: EvidenceView }) {
  const { t, language, formatDate } = useText();
  const [isChanging, setChanging] = useState(false);
  const remove = useAction(async () => {
    const { evidence } = line;
    await call('evidence.setRemoved', { evidence, removed: true });
    toast(t('evidence.line.removed'), () => void call('evidence.setRemoved', { evidence, removed: false }));
  });
  const tags = line.tags.map((tag) => tagName(tag, language)).filter((name) => name !== null);
  return (
    <article className={`${styles.line} ${line.mine ? styles.mine : styles.theirs}`}>
      {isChanging ? (
        <ChangeWords line={line} onDone={() => setChanging(false)} />
      ) : (
        <Words>{line.text}</Words>
      )}
      <Quiet small>
        {[t('evidence.line.by', { name: line.authorName, date: formatDate(line.date) }), ...tags].join(' · ')}
      </Quiet>
      <p>
        {line.packs.length === 0
          ? t('evidence.line.inNone')
          : t('evidence.line.inPacks', { packs: line.packs.join(' · ') })}
        {line.wordsOf === null ? null : ` ${t('evidence.line.needsYes', { name: line.wordsOf.name })}`}
      </p>
      {isChanging ? null : (
        <Row>
          {line.mine ? (
            <Button
              onPress={() => setChanging(true)}
              label={t('evidence.line.changeLabel', { text: line.text.slice(0, 60) })}
            >
              {t('evidence.line.change')}
            </Button>
          ) : (
            <Quiet small>{t('evidence.line.theirs')}</Quiet>
          )}
          <Button
            kind="plain"
            onPress={() => void remove.run()}
            label={t('evidence.line.removeLabel', { text: line.text.slice(0, 60) })}
          >
            {t('evidence.line.takeOut')}
          </Button>
        </Row>
      )}
      <FailureNotice error={remove.error} />
      <AboutLine line={line} />
    </article>
  );
}

/** A new wording is kept on purpose and not as one types: it ends every consent to the old one. */
function ChangeWords(props: { line: EvidenceView; onDone: () => void }) {
  const { t } = useText();
  const [text, setText] = useState(props.line.text);
  const keep = useAction(async () => {
    await call('evidence.change', { evidence: props.line.evidence, text });
    props.onDone();
  });
  return (
    <Stack gap="close">
      <TextArea label={t('evidence.line.text')} value={text} onChange={setText} writing wide autoFocus />
      <FailureNotice error={keep.error} />
      <Row>
        <Button onPress={() => void keep.run()} isBusy={keep.busy} isDisabled={text.trim() === ''}>
          {t('evidence.line.keep')}
        </Button>
        <Button kind="plain" onPress={props.onDone}>
          {t('common.cancel')}
        </Button>
      </Row>
    </Stack>
  );
}

function AboutLine({ line }: { line: EvidenceView }) {
  const { t, language } = useText();
  const [about, setAbout] = useState({ tags: line.tags, wordsOf: line.wordsOf?.space ?? null });
  const autosave = useAutosave<'evidence.change', typeof about>({
    key: `evidence:${line.evidence}`,
    method: 'evidence.change',
    toInput: ({ tags, wordsOf }) => ({ evidence: line.evidence, tags, ...(line.mine ? { wordsOf } : {}) }),
    delay: 0,
  });
  function change(part: Partial<typeof about>) {
    const next = { ...about, ...part };
    setAbout(next);
    autosave.change(next);
  }
  return (
    <Disclosure title={t(line.mine ? 'evidence.line.tags' : 'evidence.line.tagsOnly')}>
      <Stack>
        {frameworks.map((framework) => {
          const isOwn = (tag: EvidenceView['tags'][number]) =>
            tag.framework === framework.id && tag.version === framework.version;
          return (
            <Several
              key={`${framework.id} ${framework.version}`}
              label={t('evidence.line.tagsIn', { framework: framework.name[language] })}
              value={about.tags.filter(isOwn).map((tag) => tag.code)}
              onChange={(codes) =>
                change({
                  tags: [
                    ...about.tags.filter((tag) => !isOwn(tag)),
                    ...codes.map((code) => ({ framework: framework.id, version: framework.version, code })),
                  ],
                })
              }
              options={framework.tags.map(({ code, name }) => ({ value: code, label: name[language] }))}
            />
          );
        })}
        {line.mine ? <WhoseWords space={about.wordsOf} onChange={(wordsOf) => change({ wordsOf })} /> : null}
        {autosave.state === 'failed' ? <SavedState autosave={autosave} /> : null}
      </Stack>
    </Disclosure>
  );
}

/** Only asked of somebody who shares a record with anyone. */
function WhoseWords(props: { space: string | null; onChange: (space: string | null) => void }) {
  const { t } = useText();
  const pairs = useCall('pairs.list', {}).value?.pairs ?? [];
  if (pairs.length === 0) return null;
  return (
    <Select
      label={t('evidence.line.whose')}
      value={props.space ?? 'mine'}
      onChange={(value) => props.onChange(value === 'mine' ? null : value)}
      options={[
        { value: 'mine', label: t('evidence.line.whose.mine') },
        ...pairs.map(({ space, other }) => ({
          value: space,
          label: t('evidence.line.whose.theirs', { name: other.name }),
        })),
      ]}
    />
  );
}
