import type { Migration } from '../migrate.ts';
import { start } from './001-start.ts';
import { manyDevices } from './002-many-devices.ts';
import { meetings } from './003-meetings.ts';
import { sentHeads } from './004-sent-heads.ts';
import { ownVersions } from './005-own-versions.ts';

export const migrations: readonly Migration[] = [start, manyDevices, meetings, sentHeads, ownVersions];
