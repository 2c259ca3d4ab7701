import { catalogues, type Language } from '../../../shared/i18n/index.ts';
import { core } from '../../../shared/reflection/core.ts';
import type { Sheet } from './savePdf.ts';
import { escapeHtml } from './toHtml.ts';

/** The four core questions on a page of A6, a postcard's size. CSS knows that size by its measures only. */
export function questionCard(language: Language): Sheet {
  const { meetings, reflection } = catalogues[language];
  const questions = core.prompts.map((prompt) => `<li>${escapeHtml(reflection[`prompt.${prompt}`])}</li>`);
  const title = meetings['card.title'];
  return {
    language,
    title,
    style: cardStyle,
    body: `<h1>${escapeHtml(title)}</h1>\n<ol>\n${questions.join('\n')}\n</ol>`,
  };
}

const cardStyle = `
@page { size: 105mm 148mm; margin: 11mm 12mm; @bottom-right { content: none; } }
body { padding: 0; }
h1 { font-size: 12pt; font-weight: 400; color: #5c554c; margin-bottom: 6mm; }
ol { margin: 0; padding-inline-start: 7mm; font-size: 15pt; line-height: 1.35; }
li { margin-bottom: 7mm; break-inside: avoid; }
`;
