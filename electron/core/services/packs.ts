import { basename } from 'node:path';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Finding } from '../../../shared/contract/packs.ts';
import { findIdentifiers } from '../../../shared/language/identifiers.ts';
import type { PackBody, PackFormat } from '../../../shared/model/evidence.ts';
import type { PackDocument } from '../../../shared/model/packDocument.ts';
import { writtenTexts } from '../../../shared/model/packPreview.ts';
import { findProfile, type Profile } from '../../../shared/profiles/index.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { buildDocument } from '../documents/buildDocument.ts';
import { gatherLines, viewLine } from '../documents/chosenLines.ts';
import { civilDate } from '../documents/civilDate.ts';
import { listedNames } from '../documents/listedNames.ts';
import { renderDocument } from '../documents/render.ts';
import { findUnseenWords } from '../documents/unseenWords.ts';
import { appendLedger } from '../exchange/ledger.ts';
import { toCanonical } from '../items/canonical.ts';
import { inOneTransaction, saveDraft, setRemoved } from '../items/commit.ts';
import { sha256 } from '../items/ids.ts';
import { whoAmI } from '../items/me.ts';
import { getPair } from '../items/pair.ts';
import { draftsOf, getDraft, statementsOf } from '../items/read.ts';
import { chooseExport, mustBeExport, writeExport } from '../exportFile.ts';

export function listPacks({ vault }: Deps): Output<'packs.list'> {
  const packs = draftsOf(vault.db(), 'pack').map(({ item, body }) => ({
    pack: item,
    title: body.title,
    profile: body.profile,
    from: body.from,
    until: body.until,
    lastExport: body.exports.at(-1)?.at ?? null,
  }));
  return { packs: packs.reverse() };
}

/** Throws 'not_found' for a profile this program does not know. */
export function createPack(deps: Deps, input: Input<'packs.create'>): Output<'packs.create'> {
  const me = whoAmI(deps.vault.db());
  const profile = profileOf(input.profile);
  const pack = saveDraft(deps, {
    kind: 'pack',
    space: me.selfSpace,
    body: {
      title: profile.name[input.language],
      profile: profile.id,
      profileVersion: profile.version,
      language: input.language,
      audience: profile.audience[input.language],
      from: input.from,
      until: input.until,
      fields: { name: me.name },
      sections: profile.sections.map(({ key }) => ({ key, text: '', evidence: [] })),
      check: null,
      exports: [],
    },
  });
  return { pack };
}

export function getPack(deps: Deps, input: Input<'packs.get'>): Output<'packs.get'> {
  const db = deps.vault.db();
  const { body } = getDraft(db, 'pack', input.pack);
  const { check: _, ...writing } = body;
  const asked = new Map(
    statementsOf(db, 'consentRequest', null).map((request) => [request.item, request.body]),
  );
  const lines = gatherLines(db, body, civilDate(deps.platform.now())).map((line) => ({
    ...viewLine(db, line),
    consent: line.consent,
    askedUntil:
      line.body.requests
        .map((request) => asked.get(request))
        .filter((request) => request?.profile === body.profile && request.audience === body.audience)
        .map((request) => request?.until ?? '')
        .sort()
        .at(-1) ?? null,
  }));
  return { pack: input.pack, ...writing, lines };
}

export function savePack(deps: Deps, input: Input<'packs.save'>): Output<'packs.save'> {
  inOneTransaction(deps, () => {
    const { pack, ...writing } = input;
    save(deps, pack, writing);
  });
  return {};
}

export function setPackRemoved(deps: Deps, input: Input<'packs.setRemoved'>): Output<'packs.setRemoved'> {
  getDraft(deps.vault.db(), 'pack', input.pack);
  setRemoved(deps, input.pack, input.removed);
  return {};
}

export function previewPack(deps: Deps, input: Input<'packs.preview'>): Output<'packs.preview'> {
  const { seen, document, findings, kept, passed } = whatWouldLeave(deps, input.pack);
  return { seen, document, findings, kept, passed };
}

export function checkPack(deps: Deps, input: Input<'packs.check'>): Output<'packs.check'> {
  inOneTransaction(deps, () => {
    const { seen, textHash, findings } = whatWouldLeave(deps, input.pack);
    refuseUnseen(seen, input.seen);
    refuseUnkept(findings, input.keep);
    const at = deps.platform.now().toISOString();
    save(deps, input.pack, { check: { at, textHash, kept: input.keep } });
  });
  return {};
}

export async function exportPack(deps: Deps, input: Input<'packs.export'>): Promise<Output<'packs.export'>> {
  const { seen, document, findings, kept } = whatWouldLeave(deps, input.pack);
  refuseUnseen(seen, input.seen);
  refuseUnkept(findings, kept);
  const path = input.path ?? (await choosePath(deps, document, input.format));
  if (path === null) return { path: null };
  mustBeExport(path, input.format);
  const bytes = await renderDocument(deps.platform, document, input.format);
  // Choosing a place and printing take time: consent may have gone, or words changed, meanwhile.
  refuseUnseen(whatWouldLeave(deps, input.pack).seen, input.seen);
  inOneTransaction(deps, () => {
    const hash = sha256(bytes);
    const now = deps.platform.now();
    const { body } = getDraft(deps.vault.db(), 'pack', input.pack);
    const made = { at: now.toISOString(), format: input.format, hash };
    save(deps, input.pack, { exports: [...body.exports, made].slice(-1000) });
    appendLedger(deps.vault.db(), now, 'export', null, hash);
    writeExport(path, bytes);
  });
  return { path };
}

type Leaving = Output<'packs.preview'> & { readonly textHash: string };

/** The document as it would leave now, what its check finds, and what was kept for exactly this text. */
function whatWouldLeave(deps: Deps, pack: string): Leaving {
  const db = deps.vault.db();
  const { body } = getDraft(db, 'pack', pack);
  const today = civilDate(deps.platform.now());
  const document = buildDocument({
    pack: body,
    profile: profileOf(body.profile),
    lines: gatherLines(db, body, today),
    me: whoAmI(db),
    nameOf: ({ space }) => getPair(db, space).other.name,
    today,
  });
  const textHash = sha256(toCanonical(writtenTexts(document)));
  const findings = findAll(deps, body, document);
  const kept = body.check?.textHash === textHash ? body.check.kept : [];
  const passed = findings.every(({ kind }) => kept.some((one) => one === kind));
  return { document, seen: sha256(toCanonical(document)), findings, kept, passed, textHash };
}

function findAll({ vault }: Deps, pack: PackBody, document: PackDocument): Finding[] {
  const db = vault.db();
  const names = listedNames(db);
  const authors = new Map(document.authors.map(({ key, voice }) => [key, voice]));
  return writtenTexts(document).flatMap(({ place, text }): Finding[] => {
    const section = document.sections.find(({ key }) => 'key' in place && key === place.key);
    const line = place.in === 'line' ? section?.lines[place.index] : undefined;
    const isOther = line !== undefined && authors.get(line.author) === 'other';
    const identifiers = findIdentifiers(text, { names, period: pack.from });
    const unseen = isOther ? [] : findUnseenWords(db, text);
    return [
      ...identifiers.map(({ kind, start, end }) => ({ place, kind, start, end, text })),
      ...unseen.map(({ start, end }) => ({ place, kind: 'unseen' as const, start, end, text })),
    ];
  });
}

function refuseUnseen(now: string, seen: string): void {
  if (now !== seen) throw new AppError('conflict', 'this is no longer what was seen');
}

function refuseUnkept(findings: readonly Finding[], kept: readonly string[]): void {
  if (findings.some(({ kind }) => !kept.includes(kind))) {
    throw new AppError('identifiers_found', 'something that may point to a person was not looked at');
  }
}

function choosePath(deps: Deps, document: PackDocument, format: PackFormat): Promise<string | null> {
  const name = document.title
    .replace(/[^\p{L}\p{N} .-]+/gu, ' ')
    .trim()
    .slice(0, 80);
  return chooseExport(deps.platform, {
    title: document.title,
    name: name || basename(document.profile.id),
    extension: format,
  });
}

function save(deps: Deps, pack: string, change: Partial<PackBody>): void {
  const draft = getDraft(deps.vault.db(), 'pack', pack);
  saveDraft(deps, {
    kind: 'pack',
    item: pack,
    space: draft.space,
    body: { ...draft.body, ...change },
  });
}

function profileOf(id: string): Profile {
  const profile = findProfile(id);
  if (profile === null) throw new AppError('not_found', 'this profile is not known here');
  return profile;
}
