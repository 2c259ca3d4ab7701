import { AppError, type ErrorCode, type Failure } from '../../shared/result.ts';
import { systemCode } from './files.ts';

/** All that is said of an error that is not our own; none of these can quote what somebody wrote. */
const sentences = {
  disk_full: 'The disk is full.',
  file_unwritable: 'The operating system does not allow this file to be written.',
  already_open: 'Another program has this vault open.',
  damaged_database: 'Part of the vault database is damaged.',
} as const;

/**
 * What a caller is told about any error: an AppError's own code, a known trouble of disk or database, or null for a
 * bug. Never the message of a foreign error, which may quote what was written.
 */
export function expectedFailure(error: unknown): Failure | null {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  const code = codeOf(systemCode(error));
  return code && { code, message: sentences[code] };
}

export function isDiskFull(error: unknown): boolean {
  return expectedFailure(error)?.code === 'disk_full';
}

/** The code a person is told for any error: `unexpected` for a bug. */
export function failureCode(error: unknown): ErrorCode {
  return expectedFailure(error)?.code ?? 'unexpected';
}

function codeOf(system: string | null): keyof typeof sentences | null {
  if (system === null) return null;
  if (['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(system)) return 'disk_full';
  if (['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY'].includes(system)) return 'file_unwritable';
  if (system === 'SQLITE_BUSY') return 'already_open';
  if (system === 'SQLITE_NOTADB' || system.startsWith('SQLITE_CORRUPT')) return 'damaged_database';
  return null;
}
