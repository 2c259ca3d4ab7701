import type { PackBody } from '../../../shared/model/evidence.ts';
import {
  type DocumentLine,
  type PackDocument,
  packDocumentVersion,
} from '../../../shared/model/packDocument.ts';
import { type GatheredLine, linesThatLeave } from '../../../shared/model/packPreview.ts';
import { type Profile, tagName } from '../../../shared/profiles/index.ts';
import { type DocumentTexts, documentTexts } from './documentTexts.ts';

export type DocumentInput = {
  readonly pack: PackBody;
  readonly profile: Profile;
  /** Every chosen line; those without a valid consent are left out here and nowhere else. */
  readonly lines: readonly GatheredLine[];
  readonly me: { readonly identity: string; readonly name: string };
  /** Name of the person whose yes a line needs. */
  readonly nameOf: (wordsOf: { readonly space: string; readonly identity: string }) => string;
  /** The day it is made, YYYY-MM-DD. */
  readonly today: string;
};

/** The whole document as it would leave now, in the pack's language. The same input gives the same document. */
export function buildDocument(input: DocumentInput): PackDocument {
  const { pack, profile, me, today } = input;
  const { language } = pack;
  const texts = documentTexts(language);
  const leaving = linesThatLeave(pack, input.lines);
  const authors = collectAuthors(profile, leaving, me);
  const person = pack.fields.name?.trim() || me.name;
  return {
    format: 'twovoice-appraisal',
    version: packDocumentVersion,
    language,
    profile: { id: profile.id, version: pack.profileVersion, name: profile.name[language] },
    title: pack.title.trim() || profile.name[language],
    person,
    period: { from: pack.from, until: pack.until },
    audience: pack.audience,
    madeOn: today,
    details: {
      columns: [texts.say('documents.details.column'), texts.say('documents.details.entry')],
      fields: detailFields(pack, profile, texts),
    },
    authors: [...authors.values()],
    sections: profile.sections.flatMap((section) => {
      const text = pack.sections.find(({ key }) => key === section.key)?.text.trim() ?? '';
      const lines = (leaving.get(section.key) ?? []).map((line) =>
        documentLine(line, authors.get(line.body.author)?.key ?? '', input, texts),
      );
      const isEmpty = text === '' && lines.length === 0;
      if (isEmpty && section.whenEmpty === 'omit') return [];
      return [{ key: section.key, name: section.name[language], text, lines, space: isEmpty }];
    }),
    signOff: signOff(profile, pack, person),
    statement: {
      name: texts.say('documents.statement.name'),
      paragraphs: [
        texts.say('documents.statement.made', { name: person, date: texts.date(today) }),
        texts.say('documents.statement.consent', { name: person }),
        texts.say('documents.statement.rating'),
      ],
    },
  };
}

function detailFields(
  pack: PackBody,
  profile: Profile,
  texts: DocumentTexts,
): PackDocument['details']['fields'] {
  const period = texts.say('documents.period', {
    from: texts.date(pack.from),
    until: texts.date(pack.until),
  });
  const own = profile.fields.map((field) => {
    const value = pack.fields[field.key]?.trim() ?? '';
    const isDate = field.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value);
    return { key: field.key, label: field.label[pack.language], value: isDate ? texts.date(value) : value };
  });
  return [
    ...own,
    { key: 'period', label: texts.say('documents.field.period'), value: period },
    { key: 'audience', label: texts.say('documents.field.audience'), value: pack.audience.trim() },
  ].filter(({ value }) => value !== '');
}

/** Authors in the order they are met, by short keys of this document alone. */
function collectAuthors(
  profile: Profile,
  leaving: ReadonlyMap<string, readonly GatheredLine[]>,
  me: DocumentInput['me'],
): Map<string, PackDocument['authors'][number]> {
  const authors = new Map<string, PackDocument['authors'][number]>();
  for (const section of profile.sections) {
    for (const { body } of leaving.get(section.key) ?? []) {
      if (authors.has(body.author)) continue;
      const voice = body.author === me.identity ? 'own' : 'other';
      authors.set(body.author, { key: `a${authors.size + 1}`, name: body.authorName, voice });
    }
  }
  return authors;
}

function documentLine(
  { body }: GatheredLine,
  author: string,
  { pack, me, nameOf }: DocumentInput,
  texts: DocumentTexts,
): DocumentLine {
  const tags = body.tags.flatMap((tag) => {
    const name = tagName(tag, pack.language);
    return name === null ? [] : [{ ...tag, name }];
  });
  const who = { name: body.authorName, date: texts.date(body.date) };
  const byline =
    tags.length === 0
      ? texts.say('documents.byline', who)
      : texts.say('documents.bylineTags', { ...who, tags: texts.list(tags.map(({ name }) => name)) });
  return { text: body.text, author, date: body.date, tags, byline, consent: consentText() };

  function consentText(): string | null {
    if (body.wordsOf === null) return null;
    const name = nameOf(body.wordsOf);
    return texts.say(body.author === me.identity ? 'documents.consent.holds' : 'documents.consent.whole', {
      name,
    });
  }
}

/** Names are filled in where they are known; the rest is signed by hand. */
function signOff({ signOff: form }: Profile, pack: PackBody, person: string): PackDocument['signOff'] {
  const known = [person, pack.fields.manager?.trim() ?? ''];
  return {
    name: form.name[pack.language],
    columns: form.columns.map((column) => column[pack.language]),
    rows: form.rows.map((row, index) =>
      [row[pack.language], known[index] ?? ''].concat(form.columns.slice(2).map(() => '')),
    ),
  };
}
