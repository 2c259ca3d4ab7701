import {
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  $addUpdateTag,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
} from 'lexical';
import { type Prose, textToProse } from '../../shared/model/prose.ts';
import { $blocksToNodes } from './fromProse.ts';
import { htmlToProse } from './htmlToProse.ts';

/** Above this many characters the formatting of a paste is not worth the wait; its words come as plain paragraphs. */
const plainFrom = 200_000;

/** Pastes and drops as our prose only: whatever was copied, what comes in is what could have been typed. */
export function registerPaste(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data = 'clipboardData' in event ? event.clipboardData : null;
        return data !== null && $insertFrom(data, () => event.preventDefault());
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (event) => {
        if (typeof event === 'string' || event.dataTransfer === null) return false;
        return $insertFrom(event.dataTransfer, () => event.preventDefault());
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

function $insertFrom(data: DataTransfer, take: () => void): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const prose = readTransfer(data);
  if (prose === null) return false;
  take();
  $addUpdateTag(PASTE_TAG);
  const [only] = prose.blocks;
  const isOneLine = prose.blocks.length === 1 && only?.type === 'paragraph';
  const plain = only?.spans.every((span) => span.marks === undefined && !span.text.includes('\n')) ?? false;
  // A few plain words take on the marks of the place they come to.
  if (isOneLine && plain) selection.insertText(only.spans.map((span) => span.text).join(''));
  else $insertNodes($blocksToNodes(prose.blocks));
  return true;
}

/** Null when there is nothing to read: a picture, a file. */
function readTransfer(data: DataTransfer): Prose | null {
  const text = cleanText(data.getData('text/plain'));
  const html = data.getData('text/html');
  if (html !== '' && html.length <= plainFrom) {
    const prose = htmlToProse(html);
    if (prose.blocks.length > 0) return prose;
  }
  return text === '' ? null : textToProse(text);
}

function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed();
}
