import { longDate } from '../../../shared/i18n/dates.ts';
import { catalogues, type Language } from '../../../shared/i18n/index.ts';
import { type PageBody, quoted } from '../../../shared/model/page.ts';
import { blockToText, proseToText } from '../../../shared/model/prose.ts';
import { formalQuestions, type MeetingType, theirWords } from '../../../shared/reflection/formal.ts';
import type { Sheet } from './savePdf.ts';
import { escapeHtml } from './toHtml.ts';

/**
 * A sheet on paper: what was asked before and after, in its order, and what those it was about said, as quotations. A
 * question without an answer keeps its place, with room to write by hand.
 */
export function meetingSheet(body: PageBody & { readonly meeting: MeetingType }, language: Language): Sheet {
  const { meetings, reflection } = catalogues[language];
  const type = meetings[`type.${body.meeting}`];
  const title = body.title.trim() || type;
  const date = longDate(language, body.date);
  const answer = (prompt: string): string => {
    const section = body.sections.find((one) => one.prompt === prompt);
    const text = section === undefined ? '' : proseToText(section.prose).trim();
    return text === '' ? '<div class="room"></div>' : `<p class="answer">${escapeHtml(text)}</p>`;
  };
  const part = (heading: string, when: 'before' | 'after') => [
    `<h2>${escapeHtml(heading)}</h2>`,
    ...formalQuestions.flatMap((question) => {
      const prompt = `formal.${when}.${question}` as const;
      return [`<h3>${escapeHtml(reflection[`prompt.${prompt}`])}</h3>`, answer(prompt)];
    }),
  ];
  const others = body.sections.filter((section) => section.prompt === null);
  return {
    language,
    title,
    style: sheetStyle,
    body: [
      `<h1>${escapeHtml(title)}</h1>`,
      `<p class="note">${escapeHtml(title === type ? date : `${type} · ${date}`)}</p>`,
      ...part(meetings.before, 'before'),
      ...part(meetings.after, 'after'),
      `<h2>${escapeHtml(reflection[`prompt.${theirWords}`])}</h2>`,
      theirs(body),
      ...others
        .map((section) => proseToText(section.prose).trim())
        .filter((text) => text !== '')
        .map((text) => `<p class="answer">${escapeHtml(text)}</p>`),
    ].join('\n'),
  };
}

function theirs(body: PageBody): string {
  const lines = body.sections
    .filter((section) => section.prompt === theirWords)
    .flatMap((section) => section.prose.blocks)
    .map((block) => quoted(blockToText(block).trim()))
    .filter((text) => text !== '');
  if (lines.length === 0) return '<div class="room"></div>';
  return `<blockquote>${lines.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}</blockquote>`;
}

const sheetStyle = `
h3 { font-size: 11.5pt; font-weight: 600; margin: 5mm 0 1.5mm; break-after: avoid; }
.answer { white-space: pre-wrap; }
.room { height: 16mm; border-bottom: 0.3mm solid #8c8272; }
blockquote { margin: 0; padding: 0.5mm 0 0.5mm 5mm; border-inline-start: 0.8mm solid #8c8272; }
`;
