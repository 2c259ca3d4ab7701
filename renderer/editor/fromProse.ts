import { $createListItemNode, $createListNode, type ListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  type ElementNode,
  IS_BOLD,
  IS_ITALIC,
  IS_UNDERLINE,
  type LexicalNode,
} from 'lexical';
import type { Block, Mark, Prose } from '../../shared/model/prose.ts';
import { headingTag } from './nodes.ts';

export const markBits: Readonly<Record<Mark, number>> = {
  bold: IS_BOLD,
  italic: IS_ITALIC,
  underline: IS_UNDERLINE,
};

/** Makes a prose the whole content of the editor. Only inside `editor.update`. */
export function $setProse(prose: Prose): void {
  const blocks = $blocksToNodes(prose.blocks);
  // An editor needs a paragraph for the caret to stand in.
  $getRoot()
    .clear()
    .append(...(blocks.length === 0 ? [$createParagraphNode()] : blocks));
}

/** The nodes of some blocks; bullets that follow one another make one list. */
export function $blocksToNodes(blocks: readonly Block[]): ElementNode[] {
  const nodes: ElementNode[] = [];
  let list: ListNode | null = null;
  for (const block of blocks) {
    const inline = $spansToNodes(block);
    if (block.type !== 'bullet') {
      list = null;
      nodes.push($emptyBlock(block.type).append(...inline));
      continue;
    }
    if (list === null) {
      list = $createListNode('bullet');
      nodes.push(list);
    }
    list.append($createListItemNode().append(...inline));
  }
  return nodes;
}

function $emptyBlock(type: 'paragraph' | 'heading' | 'quote'): ElementNode {
  if (type === 'heading') return $createHeadingNode(headingTag);
  return type === 'quote' ? $createQuoteNode() : $createParagraphNode();
}

function $spansToNodes(block: Block): LexicalNode[] {
  return block.spans.flatMap((span) => {
    const format = (span.marks ?? []).reduce((bits, mark) => bits | markBits[mark], 0);
    return (span.text.match(/\n|[^\n]+/g) ?? []).map((part) =>
      part === '\n' ? $createLineBreakNode() : $createTextNode(part).setFormat(format),
    );
  });
}
