import {
  $getRoot,
  BLUR_COMMAND,
  COMMAND_PRIORITY_LOW,
  type EditorState,
  FOCUS_COMMAND,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  mergeRegister,
  type UpdateListenerPayload,
} from 'lexical';
import { useEffect, useRef, useState } from 'react';
import { isBlankProse, type Prose } from '../../shared/model/prose.ts';
import type { Query } from '../../shared/search/query.ts';
import { createProseEditor, registerTyping } from './createProseEditor.ts';
import { markFound } from './markFound.ts';
import proseStyles from './Prose.module.css';
import styles from './ProseEditor.module.css';
import { toProse } from './toProse.ts';

/**
 * Whether the words or their marks changed, not only the caret. Lexical's own tidying (it looks at every node again when
 * a rule is registered) is tagged; opening a page must not count as writing on it.
 */
function saysSomethingElse(update: UpdateListenerPayload): boolean {
  if (update.dirtyElements.size === 0 && update.dirtyLeaves.size === 0) return false;
  if (!update.tags.has(HISTORY_MERGE_TAG)) return true;
  return JSON.stringify(toProse(update.prevEditorState)) !== JSON.stringify(toProse(update.editorState));
}

/** Said so to assistive technology; no input or textarea can hold headings and bullets. */
const textbox = { role: 'textbox', 'aria-multiline': true } as const;

/**
 * Where prose is written. It takes `prose` once, when it appears, and then holds the newest words itself: `onChange` gets
 * a state that never changes again, to be read (`toProse`) when it is saved and not at every key.
 */
export function ProseEditor(props: {
  prose: Prose;
  onChange: (state: EditorState) => void;
  onFocus?: (editor: LexicalEditor) => void;
  onBlur?: () => void;
  /** Told of the editor while it is on the screen, and null when it goes. */
  onEditor?: (editor: LexicalEditor | null) => void;
  /** Id of the visible label, or the label itself. */
  labelledBy?: string;
  label?: string;
  placeholder?: string;
  autoFocus?: boolean;
  /** The one editor of its page: it starts taller. */
  isOnly?: boolean;
  /** Marked when the editor appears; the first match is brought into sight, or none when null. */
  find?: Query | null;
}) {
  const element = useRef<HTMLDivElement>(null);
  const [editor] = useState(() => createProseEditor(props.prose));
  const [isEmpty, setEmpty] = useState(() => isBlankProse(props.prose) && props.prose.blocks.length <= 1);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    editor.setRootElement(element.current);
    const stop = registerTyping(editor);
    const unlisten = editor.registerUpdateListener((update) => {
      if (!saysSomethingElse(update)) return;
      const { editorState } = update;
      const { first, blocks } = editorState.read(() => ({
        first: $getRoot().getFirstChild()?.getTextContentSize() ?? 0,
        blocks: $getRoot().getChildrenSize(),
      }));
      setEmpty(blocks <= 1 && first === 0);
      latest.current.onChange(editorState);
    });
    const unwatch = mergeRegister(
      editor.registerCommand(
        FOCUS_COMMAND,
        () => {
          latest.current.onFocus?.(editor);
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        BLUR_COMMAND,
        () => {
          latest.current.onBlur?.();
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
    );
    if (latest.current.autoFocus) editor.focus();
    latest.current.onEditor?.(editor);
    return () => {
      latest.current.onEditor?.(null);
      unwatch();
      unlisten();
      stop();
      editor.setRootElement(null);
    };
  }, [editor]);

  const { find } = props;
  useEffect(() => {
    if (!find || element.current === null) return;
    return markFound(element.current, find);
  }, [find]);

  const look = [proseStyles.prose, styles.writing, props.isOnly ? styles.only : ''];
  return (
    <div className={styles.box}>
      <div
        ref={element}
        className={look.join(' ')}
        contentEditable
        suppressContentEditableWarning
        {...textbox}
        {...(props.label ? { 'aria-label': props.label } : {})}
        {...(props.labelledBy ? { 'aria-labelledby': props.labelledBy } : {})}
        {...(props.placeholder ? { 'aria-placeholder': props.placeholder } : {})}
        spellCheck={false}
      />
      {isEmpty && props.placeholder ? (
        <div className={styles.placeholder} aria-hidden="true">
          {props.placeholder}
        </div>
      ) : null}
    </div>
  );
}
