import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** The one address the window ever shows. */
export const APP_URL = 'app://twovoice/';

const PRINT_HOST = 'print';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** What `app://` answers with: the built window, and pages to print that can be fetched once. */
export type Pages = {
  /** Files of the renderer folder, each document under a policy with a fresh nonce. Anything else is 404. */
  readonly toWindow: (request: Request) => Promise<Response>;
  /** A page given to `addOnce`, the first time it is asked for; 404 ever after. */
  readonly toPrinter: (request: Request) => Promise<Response>;
  /** Holds a page in memory until it is fetched, and returns its address. */
  readonly addOnce: (html: string) => string;
};

/** Serves the window from `rendererFolder` and print pages from memory. */
export function createPages(rendererFolder: string): Pages {
  const toPrint = new Map<string, string>();
  return {
    toWindow: (request) => respondFromFolder(rendererFolder, request),
    toPrinter: async (request) => {
      const html = toPrint.get(request.url);
      if (request.method !== 'GET' || html === undefined) return notFound();
      toPrint.delete(request.url);
      return new Response(html, { headers: headersFor('.html', printPolicy) });
    },
    addOnce: (html) => {
      const url = `app://${PRINT_HOST}/${randomBytes(16).toString('hex')}`;
      toPrint.set(url, html);
      return url;
    },
  };
}

/**
 * True for a page of our own window. Compared by parts: `origin` of a scheme the URL standard does not know is the
 * text "null" for all of them.
 */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === 'app:' && host === 'twovoice';
}

async function respondFromFolder(folder: string, request: Request): Promise<Response> {
  if (request.method !== 'GET' || !isAppUrl(request.url)) return notFound();
  const file = fileFor(folder, request.url);
  const extension = extname(file ?? '');
  if (file === null || contentTypes[extension] === undefined) return notFound();
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return notFound();
  if (extension !== '.html') return new Response(new Uint8Array(bytes), { headers: headersFor(extension) });
  const nonce = randomBytes(16).toString('base64');
  const html = bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce);
  return new Response(html, { headers: headersFor('.html', windowPolicy(nonce)) });
}

/** The file an address names inside the folder, or null when it points outside it. */
function fileFor(folder: string, url: string): string | null {
  const { pathname } = new URL(url);
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const file = join(folder, path === '/' ? 'index.html' : path);
  return file.startsWith(folder + sep) && !path.includes('\0') ? file : null;
}

/** react-aria's press handling adds one <style>; the nonce lets that in and nothing else that is inline. */
function windowPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const printPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function headersFor(extension: string, policy?: string): Record<string, string> {
  return {
    'Content-Type': contentTypes[extension] ?? 'application/octet-stream',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    // no-store also keeps Chromium from putting a page, or what was typed in its fields, back after a lock.
    'Cache-Control': 'no-store',
    ...(policy === undefined ? {} : { 'Content-Security-Policy': policy }),
  };
}

function notFound(): Response {
  return new Response('', { status: 404, headers: { 'Content-Security-Policy': "default-src 'none'" } });
}
