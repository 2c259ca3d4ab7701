/** What the owner of Chromium asks of the app's main process, and (HostCalls) the other way round. */
export type MainCalls = {
  /** A request the window made for one of the app's own addresses. */
  'protocol.request': (input: { window: number; url: string; method: string }) => Answered;
  /** A request for any other address: whether the app's own session cancels it. */
  'request.cancelled': (input: { window: number; url: string }) => boolean;
  /** A navigation from inside the page: whether the app prevents it. */
  'navigation.prevented': (input: { window: number; url: string }) => boolean;
  /** A page asks for a new window: whether the app denies it. */
  'open.denied': (input: { window: number; url: string }) => boolean;
  'ipc.invoke': (input: Invocation) => unknown;
  /** A person closes the window; the app may prevent it. */
  'window.close': (input: { window: number }) => void;
  /** The window is gone and the app could not prevent it. */
  'window.lost': (input: { window: number }) => void;
  'power.emit': (input: { event: string }) => void;
  'app.secondInstance': (input: Nothing) => void;
  inspect: (input: Nothing) => Inspection;
};

export type HostCalls = {
  'window.create': (input: WindowRequest) => void;
  /** Resolves when the page has loaded; rejects when it cannot. */
  'window.load': (input: { window: number; url: string }) => void;
  'window.send': (input: { window: number; channel: string; args: readonly unknown[] }) => void;
  'window.print': (input: { window: number; options: Readonly<Record<string, unknown>> }) => Uint8Array;
  'window.crash': (input: { window: number }) => void;
  'window.destroy': (input: { window: number }) => void;
  'dialog.show': (input: DialogRequest) => string | null;
};

export type Nothing = Readonly<Record<never, never>>;
export type Answered = { status: number; headers: Record<string, string>; body: Uint8Array };
export type Invocation = {
  window: number;
  url: string;
  top: boolean;
  channel: string;
  args: readonly unknown[];
};
export type WindowRequest = {
  window: number;
  show: boolean;
  javascript: boolean;
  preload: string | null;
  width: number;
  height: number;
};
export type DialogRequest = { kind: 'folder' | 'file' | 'newFile'; title: string; startAt: string | null };

/** What the app asked of Electron that Chromium alone cannot show; tests read it. */
export type Inspection = {
  readonly windows: readonly {
    title: string;
    minimised: boolean;
    webPreferences: Readonly<Record<string, unknown>>;
  }[];
  readonly sessions: readonly {
    partition: string;
    permissionGranted: boolean | null;
    permissionChecked: boolean | null;
    deviceAllowed: boolean | null;
    downloadPrevented: boolean;
    spellChecker: boolean;
    offline: boolean;
  }[];
  readonly menu: readonly string[];
  readonly schemes: readonly unknown[];
  readonly sandboxed: boolean;
  readonly singleInstance: boolean;
  readonly userData: string;
};

type Message =
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly type: 'value'; readonly id: number; readonly value: unknown }
  | { readonly type: 'error'; readonly id: number; readonly message: string };

/** One end of a forked process's channel (`serialization: 'advanced'`, so bytes travel as bytes). */
export type Port = {
  readonly send: (message: unknown) => void;
  readonly listen: (listener: (message: unknown) => void) => void;
};

// A parameter of type `never` accepts handlers of any input.
type Calls = Record<string, (input: never) => unknown>;

export type Handlers<C extends Calls> = {
  readonly [N in keyof C]: (input: Parameters<C[N]>[0]) => ReturnType<C[N]> | Promise<ReturnType<C[N]>>;
};

export type Channel<Theirs extends Calls> = {
  /** Rejects with the other side's message, or when the other side is gone. */
  readonly call: <N extends keyof Theirs & string>(
    name: N,
    input: Parameters<Theirs[N]>[0],
  ) => Promise<ReturnType<Theirs[N]>>;
  /** Rejects what still waits: the other side is gone. */
  readonly close: () => void;
};

/** Questions and answers between the two processes of the stand-in. */
export function openChannel<Mine extends Calls, Theirs extends Calls>(
  port: Port,
  mine: Handlers<Mine>,
): Channel<Theirs> {
  let lastId = 0;
  let closed = false;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();

  async function run(id: number, name: string, input: unknown): Promise<void> {
    const handler = (mine as Record<string, ((input: unknown) => unknown) | undefined>)[name];
    try {
      if (handler === undefined) throw new Error(`The stand-in does not know ${name}`);
      port.send({ type: 'value', id, value: await handler(input) } satisfies Message);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!closed) port.send({ type: 'error', id, message } satisfies Message);
    }
  }

  port.listen((received) => {
    const message = received as Message;
    if (message.type === 'call') {
      void run(message.id, message.name, message.input);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'value') call?.resolve(message.value);
    else call?.reject(new Error(message.message));
  });

  return {
    call: (name, input) => {
      if (closed) return Promise.reject(new Error(`${name}: the other side of the stand-in is gone`));
      lastId += 1;
      const id = lastId;
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      waiting.set(id, { resolve, reject });
      port.send({ type: 'call', id, name, input } satisfies Message);
      return promise as Promise<ReturnType<Theirs[typeof name]>>;
    },
    close: () => {
      closed = true;
      for (const { reject } of waiting.values()) reject(new Error('the other side of the stand-in is gone'));
      waiting.clear();
    },
  };
}
