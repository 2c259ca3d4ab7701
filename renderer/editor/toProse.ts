import { $isListItemNode, $isListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type EditorState,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { type Block, marks, normaliseProse, type Prose, type Span } from '../../shared/model/prose.ts';
import { markBits } from './fromProse.ts';

/** What an editor holds, as prose in its normal form. */
export function toProse(state: EditorState): Prose {
  return normaliseProse({ format: 1, blocks: state.read(() => $getRoot().getChildren().flatMap($toBlocks)) });
}

function $toBlocks(node: LexicalNode): Block[] {
  if ($isListNode(node)) return node.getChildren().flatMap($toBlocks);
  if (!$isElementNode(node)) return [{ type: 'paragraph', spans: $toSpans(node) }];
  // A list inside an item would be an indented one; ours have one level.
  const nested = node.getChildren().filter($isListNode);
  const own: Block = { type: $typeOf(node), spans: $inlineSpans(node) };
  if (nested.length > 0 && own.spans.length === 0) return nested.flatMap($toBlocks);
  return [own, ...nested.flatMap($toBlocks)];
}

function $typeOf(node: ElementNode): Block['type'] {
  if ($isHeadingNode(node)) return 'heading';
  if ($isQuoteNode(node)) return 'quote';
  return $isListItemNode(node) ? 'bullet' : 'paragraph';
}

function $inlineSpans(node: ElementNode): Span[] {
  return node
    .getChildren()
    .filter((child) => !$isListNode(child))
    .flatMap($toSpans);
}

function $toSpans(node: LexicalNode): Span[] {
  if ($isLineBreakNode(node)) return [{ text: '\n' }];
  if ($isTextNode(node)) {
    const format = node.getFormat();
    const own = marks.filter((mark) => (format & markBits[mark]) !== 0);
    return [{ text: node.getTextContent(), ...(own.length > 0 ? { marks: own } : {}) }];
  }
  return $isElementNode(node) ? $inlineSpans(node) : [];
}
