import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerList } from '@lexical/list';
import { registerRichText } from '@lexical/rich-text';
import {
  COMMAND_PRIORITY_NORMAL,
  createEditor,
  HISTORY_MERGE_TAG,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { type Prose, normaliseProse } from '../../shared/model/prose.ts';
import { toggleBlockType } from './blockType.ts';
import { $setProse } from './fromProse.ts';
import { keepToProse } from './keepToProse.ts';
import { proseNodes, proseTheme } from './nodes.ts';
import { registerPaste } from './paste.ts';

const undoStepMs = 300;

/** A Lexical editor that holds this prose and can hold nothing but prose. */
export function createProseEditor(prose: Prose): LexicalEditor {
  const editor = createEditor({
    namespace: 'twovoice',
    nodes: proseNodes,
    theme: proseTheme,
    // Lexical goes on with the state before; the page's own error boundary must not take the words off the screen.
    onError: (error) => console.error(`The editor failed: ${error.name}`),
  });
  editor.update(() => $setProse(normaliseProse(prose)), { discrete: true, tag: HISTORY_MERGE_TAG });
  return editor;
}

/** Makes an editor one to type in; returns how to end that. */
export function registerTyping(editor: LexicalEditor): () => void {
  return mergeRegister(
    registerRichText(editor),
    registerList(editor),
    registerHistory(editor, createEmptyHistoryState(), undoStepMs),
    keepToProse(editor),
    registerPaste(editor),
    editor.registerCommand(KEY_DOWN_COMMAND, (event) => takeShortcut(editor, event), COMMAND_PRIORITY_NORMAL),
  );
}

/** Ctrl/Cmd+Shift+7, 8, 9; bold, italic and underline (Ctrl/Cmd+B, I, U) come with Lexical. `code`, since shift changes the key. */
const blockShortcuts = { heading: 'Digit7', bullet: 'Digit8', quote: 'Digit9' } as const;

function takeShortcut(editor: LexicalEditor, event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.altKey) return false;
  for (const type of ['heading', 'bullet', 'quote'] as const) {
    if (event.code !== blockShortcuts[type]) continue;
    event.preventDefault();
    toggleBlockType(editor, type);
    return true;
  }
  return false;
}
