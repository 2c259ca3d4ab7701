import {
  type Block,
  type Mark,
  marks,
  normaliseProse,
  type Prose,
  type Span,
} from '../../shared/model/prose.ts';

type Style = {
  readonly marks: ReadonlySet<Mark>;
  readonly type: Block['type'];
  readonly keepsSpace: boolean;
};

const blockTags = new Set(
  'address article aside blockquote body dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const leftOut = new Set(['head', 'script', 'style', 'template', 'noscript', 'title', 'object', 'svg']);
const markTags: Readonly<Record<string, Mark>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
};

/** The words of pasted HTML as our own prose: paragraphs, headings, quotes, bullets, three marks; all else falls away. */
export function htmlToProse(html: string): Prose {
  // A parsed document is inert: it runs nothing and loads nothing.
  const { body } = new DOMParser().parseFromString(withoutInlineCode(html), 'text/html');
  const writer = createWriter();
  readInto(writer, body, { marks: new Set(), type: 'paragraph', keepsSpace: false });
  writer.endBlock();
  return normaliseProse({ format: 1, blocks: writer.blocks });
}

/**
 * A parsed document stands under our content policy, which empties style attributes and reports handlers. Renamed, styles
 * can be read as text and handlers are nothing.
 */
function withoutInlineCode(html: string): string {
  return html.replace(/<[a-zA-Z](?:"[^"]*"|'[^']*'|[^'">])*>/g, (tag) =>
    tag.replace(/([\s"'/])(style|on\w+)(\s*=)/gi, '$1data-$2$3'),
  );
}

type Writer = ReturnType<typeof createWriter>;

function createWriter() {
  const blocks: Block[] = [];
  let spans: Span[] = [];
  let type: Block['type'] = 'paragraph';
  let isStarted = false;
  let endsInSpace = true;

  function endBlock(): void {
    const last = spans.at(-1);
    if (last !== undefined) last.text = last.text.replace(/ $/, '');
    if (isStarted) blocks.push({ type, spans });
    spans = [];
    isStarted = false;
    endsInSpace = true;
  }

  return {
    blocks,
    endBlock,
    /** A paragraph that is there although nothing is in it: a blank line between two others. */
    startBlock(of: Block['type']): void {
      endBlock();
      type = of;
    },
    text(raw: string, style: Style): void {
      let text = raw.replaceAll('\0', '').toWellFormed();
      if (!style.keepsSpace) {
        text = text.replace(/[ \t\r\n\f]+/g, ' ');
        if (endsInSpace) text = text.replace(/^ /, '');
      }
      if (text === '') return;
      endsInSpace = !style.keepsSpace && text.endsWith(' ');
      if (!isStarted) type = style.type;
      isStarted = true;
      spans.push({ text, marks: marks.filter((mark) => style.marks.has(mark)) });
    },
    lineBreak(): void {
      spans.push({ text: '\n' });
      isStarted = true;
      endsInSpace = true;
    },
  };
}

function readInto(writer: Writer, parent: Element, style: Style): void {
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) writer.text(node.nodeValue ?? '', style);
    else if (node instanceof HTMLElement) readElement(writer, node, style);
  }
}

function readElement(writer: Writer, element: HTMLElement, outer: Style): void {
  const tag = element.localName;
  if (leftOut.has(tag)) return;
  if (tag === 'br') {
    // The last break of a block only makes room for the caret.
    if (element.nextSibling !== null) writer.lineBreak();
    return;
  }
  const style = styleOf(element, tag, outer);
  const isBlock = blockTags.has(tag);
  if (isBlock) writer.startBlock(style.type);
  readInto(writer, element, style);
  if (isBlock) writer.endBlock();
}

function styleOf(element: HTMLElement, tag: string, outer: Style): Style {
  const own = new Set(outer.marks);
  const mark = markTags[tag];
  if (mark !== undefined) own.add(mark);
  // Word processors say weight and slant in styles, and one of them wraps everything in a <b> that is not bold.
  const { fontWeight, fontStyle, textDecoration, whiteSpace } = readStyle(element.getAttribute('data-style'));
  if (/^(bold|bolder|[6-9]00)$/.test(fontWeight)) own.add('bold');
  else if (fontWeight !== '') own.delete('bold');
  if (fontStyle === 'italic') own.add('italic');
  else if (fontStyle === 'normal') own.delete('italic');
  if (textDecoration.includes('underline')) own.add('underline');
  return {
    marks: own,
    type: blockType(tag, outer.type),
    keepsSpace: tag === 'pre' || whiteSpace.startsWith('pre') || (outer.keepsSpace && whiteSpace === ''),
  };
}

function readStyle(css: string | null) {
  const values = new Map(
    (css ?? '').split(';').map((line) => {
      const [name = '', value = ''] = line.split(':');
      return [name.trim().toLowerCase(), value.trim().toLowerCase()] as const;
    }),
  );
  const value = (name: string) => values.get(name) ?? '';
  return {
    fontWeight: value('font-weight'),
    fontStyle: value('font-style'),
    textDecoration: value('text-decoration') + value('text-decoration-line'),
    whiteSpace: value('white-space'),
  };
}

function blockType(tag: string, outer: Block['type']): Block['type'] {
  if (/^h[1-6]$/.test(tag)) return 'heading';
  if (tag === 'blockquote') return 'quote';
  return tag === 'li' ? 'bullet' : outer;
}
