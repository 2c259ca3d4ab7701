/** Keys of the `setting` table that belong to the vault itself. */
export const vaultSetting = {
  /** Counts unlocks and locks; compared with the header's, so that an older file put back shows. */
  generation: 'vault.generation',
  /** Instant a rollback was noticed; removed when a new device is minted with the recovery code. */
  rolledBack: 'vault.rolledBack',
  /** Instant a backup was put back; removed when a new device is minted with the recovery code. */
  restored: 'vault.restored',
  /**
   * Instant somebody first said that they have more of this device's packets than it ever wrote. Only their word: it stops the exchange
   * with them and nothing else; removed when a new device is minted with the recovery code.
   */
  toldAhead: 'vault.toldAhead',
  /** The age identity that unsaved words are sealed to. */
  sealing: 'vault.sealing',
  /** The recovery code until it was written down: shown again after a window that closed too early. */
  codeToWrite: 'vault.recoveryCodeToWrite',
  personName: 'person.name',
  rootPublic: 'identity.root.public',
  /** JSON list of wraps of the root's seed; two only while the recovery code is being replaced. */
  rootWraps: 'identity.root.wraps',
} as const;
