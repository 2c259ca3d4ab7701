/** Chromium refuses app:// before it can be intercepted, so each app:// host becomes an https host nobody can own. */
const SUFFIX = '.app.invalid';

/** `app://twovoice/x` → `https://twovoice.app.invalid/x`; any other address unchanged. */
export function toChromium(url: string): string {
  const parts = /^app:\/\/([^/]+)(\/.*)?$/.exec(url);
  return parts === null ? url : `https://${parts[1]}${SUFFIX}${parts[2] ?? '/'}`;
}

/** The app's name for an address Chromium uses; any other address unchanged. */
export function toApp(url: string): string {
  const parts = /^https:\/\/([a-z0-9-]+)\.app\.invalid(\/.*)?$/.exec(url);
  return parts === null ? url : `app://${parts[1]}${parts[2] ?? '/'}`;
}

/** True for an address of the app's own scheme, as Chromium sees it. */
export function isOwnAddress(url: string): boolean {
  return toApp(url) !== url;
}
