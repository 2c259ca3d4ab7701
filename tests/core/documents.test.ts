import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDocument, type DocumentInput } from '../../electron/core/documents/buildDocument.ts';
import { toHtml } from '../../electron/core/documents/toHtml.ts';
import { appraisalJsonSchema, toJson } from '../../electron/core/documents/toJson.ts';
import { toWord } from '../../electron/core/documents/toWord.ts';
import { blocksText, documentBlocks } from '../../shared/model/documentBlocks.ts';
import type { ConsentState } from '../../shared/model/foldConsent.ts';
import type { PackDocument } from '../../shared/model/packDocument.ts';
import type { GatheredLine } from '../../shared/model/packPreview.ts';
import { findProfile } from '../../shared/profiles/index.ts';
import {
  plain,
  structureOfPdf,
  textByLibreOffice,
  textOfHtml,
  textOfJson,
  textOfPdf,
  textOfWord,
} from '../support/documentText.ts';
import { printToPdf } from '../support/printer.ts';

const now = new Date('2026-03-20T09:00:00.000Z');
const me = { identity: 'm'.repeat(26), name: 'Amir Example' };
const other = { identity: 'o'.repeat(26), name: 'Siân O’Neill & <Co>' };
const tag = { framework: 'pcf', version: '2018', code: 'values' };

function line(item: string, text: string, author: typeof me, consent: ConsentState): GatheredLine {
  return {
    item,
    consent,
    body: {
      text,
      textHash: 'a'.repeat(64),
      author: author.identity,
      authorName: author.name,
      space: author === me ? null : 's'.repeat(26),
      source: { item: 'p'.repeat(26), hash: null },
      date: '2026-03-12',
      tags: author === me ? [tag] : [],
      wordsOf: author === me ? null : { space: 's'.repeat(26), identity: author.identity },
      requests: [],
    },
  };
}

const lines = [
  line(
    'one',
    'I asked for time before the visit.\nI used it to listen: ŵ, ŷ, “quoted”, 5 < 6 & 7 > 2.',
    me,
    'notNeeded',
  ),
  line('two', 'You stayed with the family when the easy thing was to leave.', other, 'included'),
  line('three', 'This line was declined.', other, 'notIncluded'),
  line('four', 'This line was never asked for.', other, 'notAsked'),
];

function input(language: 'en-GB' | 'cy', given: readonly GatheredLine[] = lines): DocumentInput {
  const profile = findProfile('council-annual-review');
  if (profile === null) throw new Error('the profile is missing');
  return {
    profile,
    lines: given,
    me,
    nameOf: () => other.name,
    today: '2026-03-20',
    pack: {
      title: '',
      profile: profile.id,
      profileVersion: profile.version,
      language,
      audience: 'My manager, for my annual review',
      from: '2025-04-01',
      until: '2026-03-31',
      fields: {
        name: 'Amir Example',
        post: 'Social worker',
        manager: 'Jo Manager',
        meeting: '2026-04-02',
      },
      sections: [
        {
          key: 'lookingBack',
          text: 'A full year.\n\nTwo things stand out.',
          evidence: ['one', 'two', 'three'],
        },
        { key: 'values', text: '', evidence: ['four'] },
        { key: 'development', text: 'Court skills, with time to shadow.', evidence: [] },
      ],
      check: null,
      exports: [],
    },
  };
}

function previewed(document: PackDocument): string {
  return plain(blocksText(documentBlocks(document)).join(' '));
}

describe.each(['en-GB', 'cy'] as const)('A document in %s', (language) => {
  const document = buildDocument(input(language));
  let word: Uint8Array;
  let pdf: Uint8Array;
  beforeAll(async () => {
    word = await toWord(document, now);
    pdf = await printToPdf(toHtml(document));
  }, 60_000);

  test('says exactly what was previewed in HTML, Word, PDF and JSON', () => {
    const wanted = previewed(document);
    expect(textOfHtml(toHtml(document))).toBe(wanted);
    expect(textOfWord(word)).toBe(wanted);
    expect(textOfPdf(pdf)).toBe(wanted);
    expect(textOfJson(toJson(document))).toBe(wanted);
  });

  test('opens in LibreOffice with the same words', () => {
    expect(textByLibreOffice(word).replaceAll(/• ?/g, '')).toBe(previewed(document));
  }, 60_000);

  test('is a tagged PDF with real headings, tables with header rows and a list, in its own language', () => {
    const structure = structureOfPdf(pdf);
    for (const element of ['H1', 'H2', 'P', 'Table', 'TH', 'TD', 'L', 'LI']) {
      expect(structure, element).toMatch(new RegExp(`^\\s*${element}\\b`, 'm'));
    }
    expect(structure.match(/\/Scope \/Column/g)).toHaveLength(2 + 4);
    expect(Buffer.from(pdf).toString('latin1')).toContain(`/Lang (${language})`);
  });

  test('is a Word file with heading styles, marked header rows and its language set', () => {
    const files = unzipSync(word);
    const body = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    const styles = strFromU8(files['word/styles.xml'] ?? new Uint8Array());
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(1);
    expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)?.length).toBe(
      documentBlocks(document).filter(({ type }) => type === 'heading').length,
    );
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(styles).toContain(`<w:lang w:val="${language === 'cy' ? 'cy-GB' : 'en-GB'}"`);
  });

  test('is in its own language throughout', () => {
    const text = previewed(document);
    expect(text).toContain(language === 'cy' ? '12 Mawrth 2026' : '12 March 2026');
    expect(text).toContain(language === 'cy' ? 'Edrych yn ôl' : 'Looking back');
    expect(text).toContain(language === 'cy' ? 'Gwerthoedd a moeseg' : 'Values and ethics');
  });
});

describe('What never leaves', () => {
  const document = buildDocument(input('en-GB'));

  test('a line without a yes leaves no word, count or gap: the document equals one made without it', () => {
    const without = input('en-GB', lines.slice(0, 2));
    const asIfNever = {
      ...without,
      pack: {
        ...without.pack,
        sections: without.pack.sections.map((section) => ({
          ...section,
          evidence: section.evidence.filter((item) => item === 'one' || item === 'two'),
        })),
      },
    };
    expect(toJson(document)).toBe(toJson(buildDocument(asIfNever)));
    expect(toHtml(document)).toBe(toHtml(buildDocument(asIfNever)));
  });

  test('no id, hash or source of anything private is in any format', async () => {
    const word = unzipSync(await toWord(document, now));
    const all = [
      toJson(document),
      toHtml(document),
      ...Object.values(word).map((bytes) => strFromU8(bytes)),
    ].join('\n');
    for (const secret of ['m', 'o', 's', 'p'].map((letter) => letter.repeat(26)).concat('a'.repeat(64))) {
      expect(all).not.toContain(secret);
    }
    expect(all).not.toContain('Un-named');
  });

  test('a Word file is the same bytes for the same words and time, and names nobody but the person', async () => {
    const [one, two] = [await toWord(document, now), await toWord(document, now)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    const core = strFromU8(unzipSync(one)['docProps/core.xml'] ?? new Uint8Array());
    expect(core).toContain('<dc:creator>Amir Example</dc:creator>');
    expect(core).toContain('<cp:lastModifiedBy>Amir Example</cp:lastModifiedBy>');
    expect(core.match(/2026-03-20T09:00:00Z/g)).toHaveLength(2);
  });

  test('whatever is placed where, only lines that may leave are in the document', () => {
    const states = fc.constantFrom<ConsentState>('notNeeded', 'notAsked', 'notIncluded', 'included');
    const some = fc.array(fc.record({ state: states, section: fc.nat(4), isMine: fc.boolean() }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(some, (placed) => {
        const made = placed.map(({ state, isMine }, index) =>
          line(`line${index}`, `Word number ${index}, marked.`, isMine ? me : other, state),
        );
        const base = input('en-GB', made);
        const keys = base.profile.sections.map(({ key }) => key);
        const sections = keys.map((key, at) => ({
          key,
          text: '',
          evidence: placed.flatMap(({ section }, index) => (section === at ? [`line${index}`] : [])),
        }));
        const built = buildDocument({ ...base, pack: { ...base.pack, sections } });
        const all = toJson(built) + toHtml(built);
        placed.forEach(({ state }, index) => {
          const mayLeave = state === 'notNeeded' || state === 'included';
          expect(all.includes(`Word number ${index}, marked.`)).toBe(mayLeave);
        });
      }),
    );
  });
});

test('the committed JSON Schema is the one the program uses', () => {
  const file = join(import.meta.dirname, '../../electron/core/documents/appraisal.schema.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(appraisalJsonSchema()));
});
