import type { Input, Method, Output } from '../../shared/contract/index.ts';
import type { Deps } from './deps.ts';
import * as backups from './services/backups.ts';
import * as preferences from './services/preferences.ts';
import * as vault from './services/vault.ts';

/** The table of contents: each call of the contract is one function. A missing or mistyped one does not compile. */
export const api = {
  'vault.status': vault.vaultStatus,
  'vault.strength': vault.measureStrength,
  'vault.create': vault.create,
  'vault.unlock': vault.unlock,
  'vault.recover': vault.recover,
  'vault.changePassphrase': vault.renewPassphrase,
  'vault.lock': vault.lock,
  'vault.chooseFolder': vault.chooseFolder,
  'vault.hideWindow': vault.hideWindow,

  'backups.list': backups.listBackups,
  'backups.state': backups.backupState,
  'backups.make': backups.makeBackupNow,
  'backups.setFolder': backups.setBackupFolder,
  'backups.restore': backups.restore,

  'preferences.get': preferences.getPreferences,
  'preferences.set': preferences.setPreferences,
} satisfies { [M in Method]: (deps: Deps, input: Input<M>) => Output<M> | Promise<Output<M>> };
