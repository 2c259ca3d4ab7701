import { catalogues, type Language } from '../../../shared/i18n/index.ts';
import type { PhraseBody } from '../../../shared/model/phrase.ts';
import type { Sheet } from './savePdf.ts';
import { escapeHtml } from './toHtml.ts';

/** A phrasebook on paper, in the order given. Each phrase is marked with its own language, so that it is read out right. */
export function phraseSheet(title: string, phrases: readonly PhraseBody[], language: Language): Sheet {
  const { phrasebook } = catalogues[language];
  const heading = title.trim() || phrasebook.title;
  return {
    language,
    title: heading,
    style: phraseStyle,
    body: [`<h1>${escapeHtml(heading)}</h1>`, '<dl>', ...phrases.map(phraseToHtml), '</dl>'].join('\n'),
  };

  function phraseToHtml(phrase: PhraseBody): string {
    const { say, insteadOf, why } = phrase;
    return [
      `<div lang="${phrase.language}"><dt>${escapeHtml(say)}</dt>`,
      ...(insteadOf.trim() === '' ? [] : [`<dd>${escapeHtml(`${phrasebook.insteadOf}: ${insteadOf}`)}</dd>`]),
      ...(why.trim() === '' ? [] : [`<dd class="note">${escapeHtml(why)}</dd>`]),
      '</div>',
    ].join('');
  }
}

const phraseStyle = `
dl > div { break-inside: avoid; margin-bottom: 5mm; }
dt { font-weight: 600; }
dd { margin: 0.5mm 0 0 0; white-space: pre-wrap; }
`;
