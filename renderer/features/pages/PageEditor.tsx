import type { LexicalEditor } from 'lexical';
import { type ReactNode, Suspense, useId, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { endingText } from '../../../shared/model/page.ts';
import { meetingTypes } from '../../../shared/reflection/formal.ts';
import { findWayIn, waysIn } from '../../../shared/reflection/promptSets.ts';
import type { Query } from '../../../shared/search/query.ts';
import { call, useAction } from '../../api.ts';
import { ProseEditor } from '../../editor/ProseEditor.tsx';
import { WritingToolbar } from '../../editor/WritingToolbar.tsx';
import { useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import {
  Button,
  DateField,
  FailureNotice,
  Page,
  Quiet,
  Row,
  SavedState,
  Select,
  Stack,
  TextField,
  toast,
} from '../../ui/index.ts';
import { slots } from '../index.ts';
import { EarlierVersions } from './EarlierVersions.tsx';
import { PageEnding } from './PageEnding.tsx';
import styles from './Pages.module.css';
import { promptLabel } from './promptLabel.ts';
import { MeetingSections } from './MeetingSections.tsx';
import { PageWords } from './PageWords.tsx';
import { PrintMeeting } from './PrintMeeting.tsx';
import { type OpenSection, usePageDraft } from './usePageDraft.ts';

/** A page with its date, title and sections. Everything typed is saved as it is typed. */
export function PageEditor(props: { page: Output<'pages.get'>; back: ReactNode; find: Query | null }) {
  const { t, formatDate } = useText();
  const { item } = props.page;
  const draft = usePageDraft(props.page);
  const [editor, setEditor] = useState<LexicalEditor | null>(null);
  const [editors, setEditors] = useState<ReadonlyMap<string, LexicalEditor>>(new Map());
  const { head, sections, autosave } = draft;
  const way = findWayIn(head.promptSet);
  const isFree = sections.length === 1 && sections[0]?.prompt === null;

  const remove = useAction(async () => {
    await autosave.flush();
    await call('pages.remove', { item });
    autosave.forget();
    go('pages');
    toast(t('pages.deleted'), () => void call('pages.putBack', { item }).catch(() => undefined));
  });

  function renderSection(section: OpenSection, level: 2 | 3 = 2): ReactNode {
    const isFirst = section === sections[0];
    return (
      <Section key={section.key} label={isFree ? null : promptLabel(t, section.prompt)} level={level}>
        {(labelledBy) => (
          <ProseEditor
            prose={section.prose}
            onChange={(state) => draft.changeSection(section.key, state)}
            onFocus={setEditor}
            onBlur={() => void autosave.flush()}
            onEditor={(here) => setEditors((now) => withEditor(now, section.key, here))}
            {...(labelledBy === null ? { label: t('pages.words') } : { labelledBy })}
            {...(isFirst ? { placeholder: t('pages.placeholder') } : {})}
            autoFocus={isFirst && draft.startsBlank}
            isOnly={isFree}
            find={props.find}
          />
        )}
      </Section>
    );
  }

  return (
    <Page title={formatDate(head.date)} above={props.back} focusTitle={!draft.startsBlank}>
      <Row>
        <DateField
          label={t('pages.date')}
          value={head.date}
          onChange={(date) => date !== null && draft.changeHead({ date })}
        />
        {head.meeting === undefined ? (
          <Select
            label={t('pages.questions')}
            value={way?.id ?? 'free'}
            onChange={(set) => draft.changePromptSet(set === 'free' ? null : set)}
            options={[
              { value: 'free' as const, label: t('pages.questions.free') },
              ...waysIn.map(({ id }) => ({ value: id, label: t(`reflection.set.${id}`) })),
            ]}
          />
        ) : (
          <Select
            label={t('meetings.type')}
            value={head.meeting}
            onChange={(meeting) => draft.changeHead({ meeting })}
            options={meetingTypes.map((type) => ({ value: type, label: t(`meetings.type.${type}`) }))}
          />
        )}
      </Row>
      {way === undefined ? null : (
        <Quiet small>
          {t(way.isOwnWording ? 'reflection.ownWords' : 'reflection.asWritten', { source: way.source })}
        </Quiet>
      )}
      <TextField
        label={t('pages.titleField')}
        optional
        value={head.title}
        maxLength={300}
        onChange={(title) => draft.changeHead({ title })}
        onBlur={() => void autosave.flush()}
      />
      <WritingToolbar editor={editor}>
        <SavedState autosave={autosave} />
      </WritingToolbar>
      {head.meeting === undefined ? (
        <div className={styles.sections}>{sections.map((section) => renderSection(section))}</div>
      ) : (
        <MeetingSections sections={sections} renderSection={renderSection} />
      )}
      <Quiet>{t('pages.private')}</Quiet>
      <PageWords sections={sections} editors={editors} />
      {slots.underPage.map(({ key, Part }) => (
        <Suspense key={key}>
          <Part page={item} />
        </Suspense>
      ))}
      <PageEnding
        ending={draft.ending}
        onChange={draft.changeEnding}
        flush={autosave.flush}
        isFound={props.find !== null && endingText(draft) !== ''}
      />
      <Stack>
        {head.meeting === undefined ? null : <PrintMeeting item={item} flush={autosave.flush} />}
        <EarlierVersions item={item} />
        <FailureNotice error={remove.error} />
        <div>
          <Button onPress={() => void remove.run()} isBusy={remove.busy}>
            {t('pages.delete')}
          </Button>
        </div>
      </Stack>
    </Page>
  );
}

function withEditor(
  editors: ReadonlyMap<string, LexicalEditor>,
  key: string,
  editor: LexicalEditor | null,
): ReadonlyMap<string, LexicalEditor> {
  const others = new Map(editors);
  others.delete(key);
  return editor === null ? others : others.set(key, editor);
}

/** A question above its answer. `label` null: a free page, which needs none in sight. */
function Section(props: {
  label: string | null;
  level: 2 | 3;
  children: (labelledBy: string | null) => ReactNode;
}) {
  const id = useId();
  if (props.label === null) return props.children(null);
  const Heading = props.level === 2 ? 'h2' : 'h3';
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Heading id={id}>{props.label}</Heading>
      {props.children(id)}
    </section>
  );
}
