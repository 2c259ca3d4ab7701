import { AppError } from '../../../shared/result.ts';
import type { OpenVault } from './vault.ts';
import { unwrapWithPassphrase } from './wrap.ts';

/** Checks that whoever types is the vault's owner, and opens nothing. Throws 'wrong_passphrase'. */
export async function confirmPassphrase(open: OpenVault, passphrase: string): Promise<void> {
  const key = await unwrapWithPassphrase(open.header.passphrase, passphrase, open.header.id);
  const isOwner = key?.equals(open.key) ?? false;
  key?.fill(0);
  if (!isOwner) throw new AppError('wrong_passphrase', 'The passphrase does not open this vault.');
}
