import { $isListItemNode, $isListNode } from '@lexical/list';
import { $isQuoteNode } from '@lexical/rich-text';
import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type EditorState,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import type { Span } from '../../shared/language/identifiers.ts';

/** What an editor says, a line a paragraph, heading, quotation or bullet, and which of it are quotations. */
export type Passages = { readonly text: string; readonly quotations: readonly Span[] };

/** A text node and where its words begin in the whole. */
type Piece = { readonly key: string; readonly at: number; readonly length: number };

export function readPassages(state: EditorState): Passages {
  return state.read($read);
}

/**
 * Puts `instead` where `was` stands; an undo step of its own, and the caret stays out of it. False, and nothing changed,
 * when other words stand there by now.
 */
export function putInPassage(editor: LexicalEditor, place: Span, was: string, instead: string): boolean {
  let isDone = false;
  editor.update(
    () => {
      const { text, pieces } = $read();
      if (text.slice(place.start, place.end) !== was) return;
      let left = instead;
      for (const { key, at, length } of pieces) {
        const [from, to] = [Math.max(place.start, at) - at, Math.min(place.end, at + length) - at];
        const node = $getNodeByKey(key);
        if (from >= to || !$isTextNode(node)) continue;
        if (from === 0 && to === length && left === '') node.remove();
        else node.spliceText(from, to - from, left, true);
        left = '';
        isDone = true;
      }
    },
    { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] },
  );
  return isDone;
}

const name = 'looked-at';

/** Marks places of an editor without touching its text. Returns how to take the marks away again. */
export function markPassages(editor: LexicalEditor, places: readonly Span[]): () => void {
  const pieces = editor.getEditorState().read(() => $read().pieces);
  const ranges = places.flatMap((place) => rangeOf(editor, pieces, place) ?? []);
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  for (const range of ranges) highlight.add(range);
  CSS.highlights.set(name, highlight);
  return () => {
    for (const range of ranges) highlight.delete(range);
  };
}

function rangeOf(editor: LexicalEditor, pieces: readonly Piece[], place: Span): Range | null {
  const first = pieces.find(({ at, length }) => place.start >= at && place.start < at + length);
  const last = pieces.find(({ at, length }) => place.end > at && place.end <= at + length);
  const [startNode, endNode] = [textOf(editor, first), textOf(editor, last)];
  if (first === undefined || last === undefined || startNode === null || endNode === null) return null;
  const range = document.createRange();
  range.setStart(startNode, place.start - first.at);
  range.setEnd(endNode, place.end - last.at);
  return range;
}

function textOf(editor: LexicalEditor, piece: Piece | undefined): Node | null {
  const element = piece === undefined ? null : editor.getElementByKey(piece.key);
  return element === null ? null : document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
}

function $read(): Passages & { readonly pieces: readonly Piece[] } {
  let text = '';
  const pieces: Piece[] = [];
  const quotations: Span[] = [];
  function $addInline(node: LexicalNode): void {
    if ($isTextNode(node)) {
      const words = node.getTextContent();
      pieces.push({ key: node.getKey(), at: text.length, length: words.length });
      text += words;
    } else if ($isLineBreakNode(node)) text += '\n';
    else if ($isElementNode(node) && !$isListNode(node))
      for (const child of node.getChildren()) $addInline(child);
  }
  for (const [index, block] of $getRoot().getChildren().flatMap($blocksIn).entries()) {
    if (index > 0) text += '\n';
    const start = text.length;
    $addInline(block);
    if ($isQuoteNode(block)) quotations.push({ start, end: text.length });
  }
  return { text, quotations, pieces };
}

/** A list is its items; a list inside an item follows it. */
function $blocksIn(node: LexicalNode): LexicalNode[] {
  if ($isListNode(node)) return node.getChildren().flatMap($blocksIn);
  if ($isListItemNode(node)) return [node, ...node.getChildren().filter($isListNode).flatMap($blocksIn)];
  return [node];
}
