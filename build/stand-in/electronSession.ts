import { EventEmitter } from 'node:events';
import type { Inspection } from './channel.ts';
import { app } from './electronApp.ts';
import { preventable } from './electronEvent.ts';

type Respond = (request: Request) => Response | Promise<Response>;
type Decide = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void;
type GrantPermission = (contents: null, permission: string, answer: (granted: boolean) => void) => void;

/** One of Electron's sessions: remembers the app's handlers, so that the host can put requests to them. */
export class Session extends EventEmitter {
  readonly partition: string;
  private readonly schemes = new Map<string, Respond>();
  private decide: Decide | null = null;
  private grant: GrantPermission | null = null;
  private check: (() => boolean) | null = null;
  private device: (() => boolean) | null = null;
  private spellChecker = true;
  private offline = false;

  readonly protocol = {
    handle: (scheme: string, respond: Respond): void => {
      this.schemes.set(scheme, respond);
    },
  };

  readonly webRequest = {
    onBeforeRequest: (decide: Decide): void => {
      this.decide = decide;
    },
  };

  constructor(partition: string) {
    super();
    this.partition = partition;
  }

  setPermissionRequestHandler(grant: GrantPermission): void {
    this.grant = grant;
  }

  setPermissionCheckHandler(check: () => boolean): void {
    this.check = check;
  }

  setDevicePermissionHandler(device: () => boolean): void {
    this.device = device;
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }

  enableNetworkEmulation(options: { offline?: boolean }): void {
    this.offline = options.offline === true;
  }

  /** The app's answer to a request for an address of its own. */
  async respond(url: string, method: string): Promise<Response> {
    const scheme = new URL(url).protocol.slice(0, -1);
    const respond = this.schemes.get(scheme);
    if (respond === undefined || this.cancels(url)) return new Response('', { status: 404 });
    return respond(new Request(url, { method }));
  }

  /** Whether the app cancels a request before it is made. */
  cancels(url: string): boolean {
    let cancel = false;
    this.decide?.({ url }, (response) => {
      cancel = response.cancel === true;
    });
    return cancel;
  }

  inspect(): Inspection['sessions'][number] {
    let granted: boolean | null = null;
    this.grant?.(null, 'media', (answer) => {
      granted = answer;
    });
    const download = preventable({});
    this.emit('will-download', download);
    return {
      partition: this.partition,
      permissionGranted: granted,
      permissionChecked: this.check?.() ?? null,
      deviceAllowed: this.device?.() ?? null,
      downloadPrevented: download.defaultPrevented,
      spellChecker: this.spellChecker,
      offline: this.offline,
    };
  }
}

const sessions = new Map<string, Session>();

export const session = { fromPartition };

/** The session of a partition, made at its first use. */
export function fromPartition(partition: string): Session {
  const existing = sessions.get(partition);
  if (existing !== undefined) return existing;
  const made = new Session(partition);
  sessions.set(partition, made);
  app.emit('session-created', made);
  return made;
}

/** What each session was told so far. */
export function inspectSessions(): Inspection['sessions'] {
  return [...sessions.values()].map((one) => one.inspect());
}
