import type { EditorState } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import {
  endingText,
  isBlankPage,
  noEnding,
  type PageBody,
  type PageEnding,
  type PageSection,
} from '../../../shared/model/page.ts';
import type { Prose } from '../../../shared/model/prose.ts';
import { withPromptSet } from '../../../shared/reflection/promptSets.ts';
import { call } from '../../api.ts';
import { useAutosave } from '../../autosave.ts';
import { toProse } from '../../editor/toProse.ts';

/** A section on the screen: `prose` is what its editor began with, `read` gives what it holds now. */
export type OpenSection = { readonly key: string; readonly prompt: string | null; readonly prose: Prose };

/** The body as it stood at one change. Reading it turns editor states into prose, which is put off until it is saved. */
type Snapshot = { readonly read: () => PageBody };

/** A page being written: what is on the screen, and its way into the vault. */
export function usePageDraft(page: Output<'pages.get'>) {
  const { item } = page;
  const [head, setHead] = useState({
    date: page.body.date,
    title: page.body.title,
    promptSet: page.body.promptSet,
    ...(page.body.meeting === undefined ? {} : { meeting: page.body.meeting }),
  });
  const [sections, setSections] = useState(() => openSections(page.body.sections));
  const [ending, setEnding] = useState(page.body.ending ?? noEnding);
  const states = useRef(new Map<string, EditorState>());
  // Which version is typed on from: words of another computer that came meanwhile are joined to these, not overwritten.
  const from = useRef(page.from);
  const autosave = useAutosave({
    key: `pages:${item}`,
    method: 'pages.save',
    toInput: (snapshot: Snapshot) => ({ item, body: snapshot.read(), from: from.current }),
    onSaved: (saved) => {
      from.current = saved.from;
    },
  });

  function snapshot(
    ofHead: typeof head,
    ofSections: readonly OpenSection[],
    ofEnding: PageEnding = ending,
  ): Snapshot {
    // Editor states never change: this is the page as it stands now, whenever it is read.
    const held = ofSections.map((section) => ({ section, state: states.current.get(section.key) }));
    return {
      read: () => ({
        ...ofHead,
        sections: held.map(({ section, state }) => ({
          prompt: section.prompt,
          prose: state === undefined ? section.prose : toProse(state),
        })),
        ...(endingText({ ending: ofEnding }) === '' ? {} : { ending: ofEnding }),
      }),
    };
  }

  function changeHead(change: Partial<typeof head>): void {
    const next = { ...head, ...change };
    setHead(next);
    autosave.change(snapshot(next, sections));
  }

  function changeEnding(change: Partial<PageEnding>): void {
    const next = { ...ending, ...change };
    setEnding(next);
    autosave.change(snapshot(head, sections, next));
  }

  function changeSection(key: string, state: EditorState): void {
    states.current.set(key, state);
    autosave.change(snapshot(head, sections));
  }

  function changePromptSet(promptSet: string | null): void {
    const body = withPromptSet(snapshot(head, sections).read(), promptSet);
    const next = openSections(body.sections);
    setHead({ ...head, promptSet });
    setSections(next);
    const kept = new Set(next.map((section) => section.key));
    for (const key of states.current.keys()) if (!kept.has(key)) states.current.delete(key);
    autosave.change(snapshot({ ...head, promptSet }, next));
  }

  useDropIfBlank(item, autosave.flush);
  return {
    head,
    sections,
    ending,
    autosave,
    changeHead,
    changeEnding,
    changeSection,
    changePromptSet,
    startsBlank: isBlankPage(page.body),
  };
}

/** The same question keeps its editor, with its caret and its undo steps, when other questions come or go. */
function openSections(sections: readonly PageSection[]): OpenSection[] {
  const seen = new Map<string, number>();
  return sections.map(({ prompt, prose }) => {
    const name = prompt ?? '';
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return { key: `${name}#${count}`, prompt, prose };
  });
}

/** A page that was opened by mistake and left without a word is not kept. */
function useDropIfBlank(item: string, flush: () => Promise<boolean>): void {
  const leaving = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    if (leaving.current !== null) clearTimeout(leaving.current);
    return () => {
      // Not at once: in development React takes every component off the screen and puts it back.
      leaving.current = setTimeout(() => {
        flush()
          .then(
            (isSaved) => (isSaved ? call('pages.dropIfBlank', { item }) : undefined),
            () => undefined,
          )
          .catch(() => undefined);
      }, 0);
    };
  }, [item, flush]);
}
