import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { AppError } from '../../../shared/result.ts';

/** Names that programs which copy folders between machines give to theirs. Whole path parts, compared in lower case. */
const syncedParts =
  /^(onedrive( - .+)?|dropbox( \(.+\))?|google ?drive|my drive|googledrive-.+|icloud ?drive|mobile documents|com~apple~clouddocs|cloudstorage|nextcloud\d*|owncloud|sharepoint|.+ - sharepoint|syncthing|box|box sync|box-box|pcloud ?drive|mega|megasync|proton ?drive.*|synologydrive|seadrive|seafile|kdrive|tresorit( drive)?|koofr)$/;

/** What such programs leave in the top folder they copy. */
const syncedMarkers = [
  '.stfolder',
  '.dropbox.cache',
  '.nextcloudsync.log',
  '.owncloudsync.log',
  '.synologyworkingdirectory',
  '.tmp.driveupload',
  '.tmp.drivedownload',
  '.849c9593-d756-4e56-8d6e-42412f2a707b',
];
const syncedDatabases = /^\._?sync_.*\.db$/;

/** File systems that live on another machine. Plain FUSE is not among them: an encrypted home is FUSE too. */
const networkTypes =
  /^(nfs\d?|cifs|smb\d?|smbfs|smb3|afs|afpfs|ncpfs|ceph|glusterfs|lustre|webdav|davfs|ftp|fuse\.(sshfs|rclone|davfs2?|s3fs|glusterfs|gvfsd-fuse|smbnetfs|curlftpfs|ceph.*|goofys|onedriver|google-drive-ocamlfuse|afp.*))$/;

/**
 * Refuses a folder that another program copies while it changes (`synced_folder`: live SQLite there gets torn) or that
 * lies on another machine (`network_folder`: locks and fsync cannot be trusted there). Looks only, writes nothing.
 * A mapped drive letter on Windows cannot be told from a local disk from here.
 */
export function refuseUnsafePlace(folder: string): void {
  const place = realPlace(folder);
  if (isSynced(place) || isSynced(resolve(folder))) {
    throw new AppError('synced_folder', 'A vault cannot live in a folder that is synchronised.');
  }
  if (isNetworkPath(place) || networkTypes.test(fileSystemOf(place) ?? '')) {
    throw new AppError('network_folder', 'A vault cannot live on a network drive.');
  }
}

/** Whether a folder is another one or lies in it, links followed. */
export function isWithin(folder: string, other: string): boolean {
  return isInside(realPlace(folder), realPlace(other));
}

/** In the try-out profile only what lies inside that profile may be opened. */
export function refuseOutside(folder: string, inside: readonly string[]): void {
  const place = realPlace(folder);
  if (inside.some((parent) => isInside(place, realPlace(parent)))) return;
  throw new AppError('try_out_only', 'This profile is for trying out and opens no vault from elsewhere.');
}

/** Pure: the file system type of the longest mount point above `path`, from /proc/self/mountinfo's text (proc(5)). */
export function mountTypeFromMountinfo(path: string, mountinfo: string): string | null {
  let best: { point: string; type: string } | null = null;
  for (const line of mountinfo.split('\n')) {
    const [before, after] = line.split(' - ');
    const point = unescapeOctal(before?.split(' ')[4] ?? '');
    const type = after?.split(' ')[0];
    // A later line covers an earlier one at the same point.
    if (type && isInside(path, point) && point.length >= (best?.point.length ?? 0)) best = { point, type };
  }
  return best?.type ?? null;
}

/** Pure: the same from the output of macOS `mount`: `//u@host/share on /Volumes/share (smbfs, nodev)`. */
export function mountTypeFromMount(path: string, listing: string): string | null {
  let best: { point: string; type: string } | null = null;
  for (const line of listing.split('\n')) {
    const found = / on (\/.*) \(([a-z0-9]+)/.exec(line);
    const [, point = '', type = ''] = found ?? [];
    if (found && isInside(path, point) && point.length >= (best?.point.length ?? 0)) best = { point, type };
  }
  return best?.type ?? null;
}

export function isNetworkPath(path: string): boolean {
  return /^(\\\\|\/\/)(\?\\UNC\\|[^?.\\/])/i.test(path);
}

export function hasSyncedPart(path: string): boolean {
  return path.split(/[\\/]/).some((part) => syncedParts.test(part.toLowerCase()));
}

function isSynced(path: string): boolean {
  return hasSyncedPart(path) || isInsideSyncedVariable(path) || ancestors(path).some(hasMarker);
}

function isInsideSyncedVariable(path: string): boolean {
  return ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'].some((name) => {
    const folder = process.env[name];
    return folder !== undefined && folder !== '' && isInside(path, realPlace(folder));
  });
}

function hasMarker(folder: string): boolean {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return false;
  }
  return names.some((name) => {
    const lower = name.toLowerCase();
    if (syncedMarkers.includes(lower) || syncedDatabases.test(lower)) return true;
    // In the home folder `.dropbox` is Dropbox's own settings folder; as a file it marks the synchronised one.
    return lower === '.dropbox' && statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true;
  });
}

function fileSystemOf(path: string): string | null {
  try {
    if (process.platform === 'linux') {
      return mountTypeFromMountinfo(path, readFileSync('/proc/self/mountinfo', 'utf8'));
    }
    if (process.platform === 'darwin') {
      return mountTypeFromMount(path, execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2000 }));
    }
  } catch {
    return null;
  }
  return null;
}

/** The path with links followed as far as it exists: a link into a synced folder is a synced folder. */
function realPlace(folder: string): string {
  const path = resolve(folder);
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPlace(parent), basename(path));
}

function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [path, ...ancestors(parent)];
}

function isInside(path: string, parent: string): boolean {
  const way = relative(parent, path);
  return way === '' || (!isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`));
}

function unescapeOctal(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}
