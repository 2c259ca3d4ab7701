import { $isListItemNode, INSERT_UNORDERED_LIST_COMMAND, REMOVE_LIST_COMMAND } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { Block, Mark } from '../../shared/model/prose.ts';
import { headingTag } from './nodes.ts';
import { marks } from '../../shared/model/prose.ts';

export type Formats = { readonly marks: readonly Mark[]; readonly block: Block['type'] };

/** What the caret stands in. Only inside a read or an update. */
export function $readFormats(): Formats {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return { marks: [], block: 'paragraph' };
  const block = $blockOf(selection.anchor.getNode());
  return {
    marks: marks.filter((mark) => selection.hasFormat(mark)),
    block: block === null ? 'paragraph' : $typeOf(block),
  };
}

/** Makes every block of the selection this type; where all of them are, plain paragraphs again. */
export function toggleBlockType(editor: LexicalEditor, type: Exclude<Block['type'], 'paragraph'>): void {
  editor.update(() => {
    const isAlready = $selectedBlocks().every((block) => $typeOf(block) === type);
    if (type === 'bullet') {
      if (!isAlready) for (const block of $selectedBlocks()) $toParagraph(block);
      editor.dispatchCommand(isAlready ? REMOVE_LIST_COMMAND : INSERT_UNORDERED_LIST_COMMAND, undefined);
      return;
    }
    if ($selectedBlocks().some($isListItemNode)) editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined);
    for (const block of $selectedBlocks()) {
      if (isAlready) $toParagraph(block);
      else block.replace(type === 'heading' ? $createHeadingNode(headingTag) : $createQuoteNode(), true);
    }
  });
}

function $toParagraph(block: ElementNode): void {
  if ($isHeadingNode(block) || $isQuoteNode(block)) block.replace($createParagraphNode(), true);
}

function $typeOf(block: ElementNode): Block['type'] {
  if ($isListItemNode(block)) return 'bullet';
  if ($isHeadingNode(block)) return 'heading';
  return $isQuoteNode(block) ? 'quote' : 'paragraph';
}

function $selectedBlocks(): ElementNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  const blocks = selection.getNodes().map($blockOf);
  return [...new Set(blocks.filter((block) => block !== null))];
}

/** The list item, or the block directly below the root, that a node stands in. */
function $blockOf(node: LexicalNode): ElementNode | null {
  const found = $findMatchingParent(
    node,
    (parent) => $isListItemNode(parent) || $isRootNode(parent.getParent()),
  );
  return $isElementNode(found) ? found : null;
}
