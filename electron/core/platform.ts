/**
 * What the core asks of a desktop. The Electron shell implements it in `electron/desktop.ts` and carries the calls
 * across the thread boundary; `npm run core` and the tests bring their own. Every path is absolute.
 */
export type Platform = {
  /** `data`: where this profile's vault and preferences live. `documents`: the person's documents folder. */
  readonly paths: { readonly data: string; readonly documents: string };
  /** True in the stand-in's try-out profile: existing vaults outside `paths.data` are refused. */
  readonly tryOut: boolean;
  /** The operating system's language, BCP 47, such as `cy-GB`. */
  readonly locale: string;
  now(): Date;
  randomBytes(length: number): Uint8Array;
  /** The chosen folder, or null when the person changed their mind. */
  chooseFolder(options: { title: string; startAt?: string }): Promise<string | null>;
  /** The chosen existing file, or null. `extensions` without dots. */
  chooseFile(options: { title: string; extensions: readonly string[] }): Promise<string | null>;
  /** Where to write a new file, or null. */
  chooseNewFile(options: {
    title: string;
    name: string;
    extensions: readonly string[];
  }): Promise<string | null>;
  /** Prints self-contained HTML (no scripts, no outside resources) as tagged PDF with an outline; held in memory only. */
  printToPdf(html: string): Promise<Uint8Array>;
  /** Prints what the window shows now, in its form for paper, as tagged PDF; held in memory only. */
  printWindow(): Promise<Uint8Array>;
  /** Hides the window at once (one key does this; EXPERIENCE.md rule 14). */
  hideWindow(): Promise<void>;
};
