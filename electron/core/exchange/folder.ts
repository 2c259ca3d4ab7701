import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { idSchema } from '../../../shared/model/ids.ts';
import { AppError } from '../../../shared/result.ts';

/** A file under one of our names. Its meaning is inside; the name only says where to look. */
export type SealedFile = {
  /** `<device>/<file>`. */
  readonly name: string;
  readonly path: string;
  readonly device: string;
  /** A packet's number, or a device list's. */
  readonly number: number;
  readonly size: number;
  readonly changed: number;
};

export type DeviceFolder = {
  readonly device: string;
  /** In the order of their numbers. */
  readonly packets: readonly SealedFile[];
  readonly lists: readonly SealedFile[];
};

const packetName = /^([1-9][0-9]{0,8})\.age$/;
const listName = /^list-([1-9][0-9]{0,8})\.age$/;

/**
 * Every device's folder of a space with the files under our names; temporary and conflict names of sync tools, links and
 * whatever else lies there are passed over. Throws 'folder_missing' when the shared folder is away.
 */
export async function deviceFolders(folder: string, space: string): Promise<DeviceFolder[]> {
  await readdir(folder).catch(() => {
    throw new AppError('folder_missing', 'the shared folder is not there');
  });
  const entries = await readdir(join(folder, space), { withFileTypes: true }).catch(() => []);
  const devices = entries
    .filter((entry) => entry.isDirectory() && idSchema.safeParse(entry.name).success)
    .map((entry) => entry.name)
    .sort();
  const folders: DeviceFolder[] = [];
  for (const device of devices) folders.push(await deviceFolder(join(folder, space, device), device));
  return folders;
}

async function deviceFolder(path: string, device: string): Promise<DeviceFolder> {
  const packets: SealedFile[] = [];
  const lists: SealedFile[] = [];
  for (const name of await readdir(path).catch(() => [])) {
    const packet = packetName.exec(name)?.[1];
    const list = listName.exec(name)?.[1];
    const number = Number(packet ?? list);
    if (Number.isNaN(number)) continue;
    const info = await lstat(join(path, name)).catch(() => null);
    if (info === null || !info.isFile()) continue;
    const file = {
      name: `${device}/${name}`,
      path: join(path, name),
      device,
      number,
      size: info.size,
      changed: info.mtimeMs,
    };
    (packet === undefined ? lists : packets).push(file);
  }
  const byNumber = (a: SealedFile, b: SealedFile) => a.number - b.number;
  return { device, packets: packets.sort(byNumber), lists: lists.sort(byNumber) };
}
