import { findMatches } from '../../shared/search/matches.ts';
import type { Query } from '../../shared/search/query.ts';

const name = 'found';
/** More marks than anyone looks at only cost time. */
const mostMarks = 2000;

/**
 * Marks what a search found, without touching the text, and brings the first match into sight when it is the first on
 * the page. Returns how to take the marks away again.
 */
export function markFound(root: HTMLElement, query: Query): () => void {
  const ranges = [...root.querySelectorAll('p, h3, blockquote, li')].flatMap((block) =>
    rangesIn(block, query),
  );
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  const isFirstOfPage = highlight.size === 0;
  for (const range of ranges.slice(0, mostMarks)) highlight.add(range);
  CSS.highlights.set(name, highlight);
  const [first] = ranges;
  if (first !== undefined && isFirstOfPage) bringIntoSight(first);
  return () => {
    for (const range of ranges) highlight.delete(range);
  };
}

function bringIntoSight(range: Range): void {
  // After the page has put its own scroll position right.
  requestAnimationFrame(() => range.startContainer.parentElement?.scrollIntoView({ block: 'center' }));
}

function rangesIn(block: Element, query: Query): Range[] {
  const pieces = textPieces(block);
  const text = pieces.map((piece) => piece.text).join('');
  const ranges: Range[] = [];
  for (const match of findMatches(text, query)) {
    const range = document.createRange();
    const [startNode, startAt] = placeOf(pieces, match.start, 'after');
    const [endNode, endAt] = placeOf(pieces, match.end, 'before');
    range.setStart(startNode, startAt);
    range.setEnd(endNode, endAt);
    ranges.push(range);
  }
  return ranges;
}

type Piece = { readonly node: Node; readonly at: number; readonly text: string };

function textPieces(block: Element): Piece[] {
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let at = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text =
      node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : node.nodeName === 'BR' ? '\n' : '';
    if (text !== '') pieces.push({ node, at, text });
    at += text.length;
  }
  return pieces;
}

/** The text node and place within it of an offset; on a border, the node before or after it. */
function placeOf(pieces: readonly Piece[], offset: number, side: 'before' | 'after'): [Node, number] {
  const piece = pieces.find(({ at, text }) =>
    side === 'after' ? offset >= at && offset < at + text.length : offset > at && offset <= at + text.length,
  );
  if (piece === undefined) throw new RangeError('this offset is outside the block');
  return [piece.node, offset - piece.at];
}
