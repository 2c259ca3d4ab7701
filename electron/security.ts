import { app, protocol, type Session, type WebContents } from 'electron';

/** Must run before `ready`: Chromium fixes what a scheme may do when it starts. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // `standard` gives it an origin, `secure` makes that a secure context; module scripts need the third.
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Every page, whoever made it: stays where it is, opens nothing, embeds nothing. Call before the first window. */
export function guardEveryPage(): void {
  app.enableSandbox();
  app.on('web-contents-created', (_, contents) => guardPage(contents));
}

function guardPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // The shell's own loads do not raise these events; whatever does comes from inside the page.
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Every session, the default one too: no network, permissions, downloads or spell-checker (that one downloads dictionaries). */
export function guardEverySession(): void {
  app.on('session-created', guardSession);
}

function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  // Two walls: custom schemes never reach the network service, so taking it offline costs us nothing.
  session.enableNetworkEmulation({ offline: true });
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }));
}

function isLocal(url: string): boolean {
  // devtools: is Chromium's own inspector, which only a build that is not packaged can open.
  return url.startsWith('app://') || url.startsWith('data:') || url.startsWith('devtools://');
}
