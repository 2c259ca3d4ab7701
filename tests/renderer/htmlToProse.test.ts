import { expect, test } from 'vitest';
import { htmlToProse } from '../../renderer/editor/htmlToProse.ts';

function blocks(html: string): string[] {
  return htmlToProse(html).blocks.map(
    (block) =>
      `${block.type}: ${block.spans.map((span) => (span.marks ? `[${span.marks.join('+')} ${span.text}]` : span.text)).join('')}`,
  );
}

test('Paragraphs, headings of any depth, quotations and lists of any kind become ours', () => {
  expect(
    blocks('<h4>Head</h4><p>One</p><blockquote><p>Said</p></blockquote><ol><li>a</li><li><p>b</p></li></ol>'),
  ).toEqual(['heading: Head', 'paragraph: One', 'quote: Said', 'bullet: a', 'bullet: b']);
});

test('Marks come from tags and from styles, and a bold tag that says it is not bold is not', () => {
  expect(
    blocks(
      `<b style="font-weight:normal"><p>a <span style='font-weight:700'>b</span> <em>c</em> <u><strong>d</strong></u></p></b>`,
    ),
  ).toEqual(['paragraph: a [bold b] [italic c] [bold+underline d]']);
});

test('Scripts, styles, handlers, pictures and addresses of links fall away; the words stay', () => {
  const prose = htmlToProse(
    '<style>p{}</style><script>bad()</script><p onclick="bad()">See <a href="https://x.example/?id=1">this</a><img src=x alt="no"></p>',
  );
  expect(prose.blocks).toEqual([{ type: 'paragraph', spans: [{ text: 'See this' }] }]);
});

test('White space is read as a browser reads it, and kept where it was kept', () => {
  expect(blocks('<p>\n  one\n  two  </p>\n<p>three<br>four</p>')).toEqual([
    'paragraph: one two',
    'paragraph: three\nfour',
  ]);
  expect(blocks('<pre>a  b\n c</pre>')).toEqual(['paragraph: a  b\n c']);
});

test('Words that look like attributes are words', () => {
  expect(blocks('<p title="a > b">my style = plain, onclick= nothing</p>')).toEqual([
    'paragraph: my style = plain, onclick= nothing',
  ]);
});

test('A table gives its cells, one a line', () => {
  expect(blocks('<table><tr><td>a</td><td>b</td></tr></table>')).toEqual(['paragraph: a', 'paragraph: b']);
});
