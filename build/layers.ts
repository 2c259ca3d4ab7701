import { builtinModules } from 'node:module';
import { dirname, posix } from 'node:path';

/** A source file by its path from the root, with forward slashes. */
export type Source = { readonly path: string; readonly text: string };

/** One import or SQL statement that the plan of the house does not allow. */
export type Violation = { readonly path: string; readonly why: string };

type Import = {
  readonly specifier: string;
  readonly target: Target;
  /** False for types, which are erased, and for `import()`, which waits: neither takes part in the order of loading. */
  readonly loads: boolean;
};
type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'node' }
  | { readonly kind: 'package'; readonly name: string };

/** The only files that may import 'electron' (DESIGN.md marks them with a flash). */
const flashFiles = ['main', 'preload', 'ipc', 'window', 'menu', 'security', 'desktop'].map(
  (name) => `electron/${name}.ts`,
);

const rendererPackages = [
  'react',
  'react-dom',
  'react-aria-components',
  'react-aria',
  'react-stately',
  'lucide-react',
  'lexical',
  'i18next',
  '@visx/scale',
  'zod',
];
const rendererScopes = ['@lexical/', '@fontsource-variable/', '@internationalized/'];

/** Where words may be looked at: on others' lives. Never on a rupture, a moment, an agreement or anything about oneself. */
const placesToLookAtWords = [
  'renderer/features/extracts/ExtractDialog.tsx',
  'renderer/features/pages/PageWords.tsx',
  'renderer/features/supervision/Decisions.tsx',
  'renderer/features/supervision/TextDraft.tsx',
];

/** Inside core each room may import from these, besides itself, `deps.ts`, `platform.ts` and the like at its top. */
const coreRooms: Readonly<Record<string, readonly string[]>> = {
  services: ['items', 'exchange', 'documents', 'vault', 'db'],
  documents: ['items', 'db'],
  exchange: ['items', 'vault', 'db'],
  items: ['db', 'vault'],
  vault: ['db'],
  db: [],
};

/** Checks every import and every SQL statement of the given files against DESIGN.md's table. */
export function findViolations(sources: readonly Source[]): Violation[] {
  const known = new Set(sources.map(({ path }) => path));
  const importsByPath = new Map(sources.map((source) => [source.path, importsOf(source, known)]));
  const violations: Violation[] = [];
  for (const source of sources) {
    const add = (why: string | null) => {
      if (why !== null) violations.push({ path: source.path, why });
    };
    for (const one of importsByPath.get(source.path) ?? []) {
      add(whyNot(source.path, one));
    }
    if (hasSql(source) && !mayHoldSql(source.path)) add('holds SQL, which belongs in electron/core');
  }
  return [...violations, ...findCircles(importsByPath)];
}

/** Why a file may not make an import, or null when it may. */
function whyNot(from: string, { specifier, target }: Import): string | null {
  const refused = (rule: string) => `imports ${specifier}: ${rule}`;
  if (isName(target, 'electron') && !flashFiles.includes(from) && !isOutside(from)) {
    return refused("only the shell's flash files import 'electron'");
  }
  if (target.kind === 'file' && isOutside(target.path) && !isOutside(from)) {
    return refused('nothing imports tests or build');
  }
  if (isOutside(from)) return null;
  const looking = whyNotLookAtWords(from, target, refused);
  if (looking !== null) return looking;
  if (from.startsWith('shared/')) return whyNotShared(target, refused);
  if (from.startsWith('renderer/')) return whyNotRenderer(from, target, refused);
  if (from.startsWith('electron/core/')) return whyNotCore(from, target, refused);
  return whyNotShell(target, refused);
}

type Refuse = (rule: string) => string;

function whyNotShared(target: Target, refused: Refuse): string | null {
  if (target.kind === 'file' && target.path.startsWith('shared/')) return null;
  return isName(target, 'zod') ? null : refused('shared imports zod and shared only');
}

function whyNotLookAtWords(from: string, target: Target, refused: Refuse): string | null {
  if (target.kind !== 'file') return null;
  const isInRoom = from.startsWith('renderer/language/');
  if (isInRoom && ['renderer/api.ts', 'renderer/autosave.ts'].includes(target.path)) {
    return refused('nothing of what is looked at reaches the core');
  }
  const looks =
    target.path.startsWith('renderer/language/') ||
    ['shared/language/findWords.ts', 'shared/language/readability.ts'].includes(target.path);
  if (!looks || isInRoom || from.startsWith('shared/language/') || placesToLookAtWords.includes(from))
    return null;
  return refused('words are looked at where others’ lives are written about, nowhere else');
}

function whyNotRenderer(from: string, target: Target, refused: Refuse): string | null {
  if (target.kind === 'node') return refused('the window knows nothing of Node');
  if (target.kind === 'package') {
    const { name } = target;
    const allowed = rendererPackages.includes(name) || rendererScopes.some((scope) => name.startsWith(scope));
    return allowed ? null : refused('not one of the window’s libraries');
  }
  if (target.path.startsWith('electron/')) return refused('the window knows nothing of electron/');
  const feature = featureOf(from);
  const other = featureOf(target.path);
  if (feature !== null && other !== null && feature !== other)
    return refused('features do not import features');
  if (other !== null && isBelowFeatures(from)) return refused('features stand on this room, not it on them');
  return null;
}

function whyNotCore(from: string, target: Target, refused: Refuse): string | null {
  if (target.kind !== 'file' || target.path.startsWith('shared/')) return null;
  if (!target.path.startsWith('electron/core/'))
    return refused('core imports shared, node: and its libraries');
  const room = roomOf(from);
  const other = roomOf(target.path);
  if (room === null || other === null) return whyNotAbove(from, target.path, refused);
  if (room === 'services' && other === 'services' && from !== target.path) {
    return refused('services do not reach into each other');
  }
  if (room === other || coreRooms[room]?.includes(other)) return null;
  return refused(`core/${room} may not import core/${other}`);
}

/** Below the composition of the core (api, dispatch, session, thread) nobody may know it. */
function whyNotAbove(from: string, to: string, refused: Refuse): string | null {
  const composition = ['api.ts', 'dispatch.ts', 'session.ts', 'thread.ts', 'commandLine.ts'];
  if (roomOf(from) === null || !composition.includes(posix.basename(to))) return null;
  return refused('the rooms of core do not know what composes them');
}

function whyNotShell(target: Target, refused: Refuse): string | null {
  if (target.kind === 'node' || isName(target, 'electron')) return null;
  if (target.kind === 'package') return refused('the shell uses no libraries');
  if (target.path.startsWith('renderer/')) return refused('the shell does not import the window');
  const core = ['electron/core/platform.ts', 'electron/core/protocol.ts'];
  if (!target.path.startsWith('electron/core/') || core.includes(target.path)) return null;
  return refused('the shell knows the core by its types and its thread only');
}

function isOutside(path: string): boolean {
  return /^(build|tests)\/|^[^/]+$|\.test\.tsx?$/.test(path);
}

function isName(target: Target, name: string): boolean {
  return target.kind === 'package' && target.name === name;
}

/** `electron/core/services/pages.ts` → `services`; null for a file at the top of core. */
function roomOf(path: string): string | null {
  return /^electron\/core\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function featureOf(path: string): string | null {
  return /^renderer\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** Rooms of the window that several features share. */
function isBelowFeatures(path: string): boolean {
  return /^renderer\/(?:ui|editor|signing|exchange|language|charts)\//.test(path);
}

const importPattern =
  /^\s*(?:import|export)\s+(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|\brequire\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf(source: Source, known: ReadonlySet<string>): Import[] {
  if (!/\.tsx?$/.test(source.path)) return [];
  return [...source.text.matchAll(importPattern)].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    const loads = match[1] !== undefined && !/^\s*(?:import|export)\s+type\s/.test(match[0]);
    return { specifier, target: resolveTarget(source.path, specifier, known), loads };
  });
}

function resolveTarget(from: string, specifier: string, known: ReadonlySet<string>): Target {
  if (specifier.startsWith('.')) {
    const path = posix.join(posix.dirname(from), specifier);
    const built = path.replace(/\.js$/, '.ts');
    return { kind: 'file', path: known.has(built) ? built : path };
  }
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return { kind: 'node' };
  const [scope = '', name = ''] = specifier.split('/');
  return { kind: 'package', name: scope.startsWith('@') ? `${scope}/${name}` : scope };
}

/** Statements written as SQL is written here: uppercase keywords inside a string. */
const sqlPattern =
  /[`'"]\s*(?:SELECT\s[\s\S]{0,400}?\sFROM\s|INSERT (?:OR \w+ )?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE FROM\s|CREATE (?:VIRTUAL )?TABLE\s|PRAGMA\s)/;

function hasSql(source: Source): boolean {
  return /\.tsx?$/.test(source.path) && sqlPattern.test(source.text);
}

function mayHoldSql(path: string): boolean {
  return path.startsWith('electron/core/') || isOutside(path);
}

/** Each circle of files that load each other once, named at its first file. */
function findCircles(importsByPath: ReadonlyMap<string, readonly Import[]>): Violation[] {
  const done = new Set<string>();
  const circles: Violation[] = [];
  function visit(path: string, trail: readonly string[]): void {
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) {
      const circle = [...trail.slice(seenAt), path];
      circles.push({ path, why: `imports itself in a circle: ${circle.join(' → ')}` });
      return;
    }
    if (done.has(path)) return;
    for (const { target, loads } of importsByPath.get(path) ?? []) {
      if (loads && target.kind === 'file' && importsByPath.has(target.path))
        visit(target.path, [...trail, path]);
    }
    done.add(path);
  }
  for (const path of importsByPath.keys()) visit(path, []);
  return circles;
}

/** The folders `findViolations` is meant for. */
export const checkedFolders = ['shared', 'electron', 'renderer', 'build', 'tests'] as const;

/** True for a file that is written by hand and may import. */
export function isChecked(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && dirname(path) !== 'tests/fixtures';
}
