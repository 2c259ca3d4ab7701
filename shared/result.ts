/** Every failure a person can meet, as a closed union: the window has a plain message for each (`errors.<code>`). */
export const errorCodes = [
  // any call
  'bad_input',
  'unknown_method',
  'locked',
  'not_found',
  'not_yours',
  'conflict',
  'cancelled',
  'disk_full',
  'file_unreadable',
  'file_unwritable',
  'bad_line',
  'date_in_future',
  'dates_out_of_order',
  'unexpected',
  // a vault
  'vault_exists',
  'vault_missing',
  'wrong_passphrase',
  'wrong_recovery_code',
  'weak_passphrase',
  'damaged_vault',
  'damaged_database',
  'newer_format',
  'already_open',
  'synced_folder',
  'network_folder',
  'try_out_only',
  'backup_unusable',
  // cards, pairs, packets
  'not_a_card',
  'own_card',
  'words_differ',
  'not_joined',
  'not_listed',
  'invite_unsound',
  'folder_missing',
  'packet_unknown_sender',
  'packet_not_for_me',
  'packet_truncated',
  'packet_bad_signature',
  'packet_too_large',
  'packet_wrong_order',
  'packet_replayed',
  'packet_malformed',
  'packet_early',
  'revision_not_owner',
  'revision_malformed',
  'revision_newer',
  // a person's own computers
  'not_a_link',
  'link_words',
  'link_answered',
  'link_other_request',
  'link_damaged',
  'link_too_large',
  'too_many_devices',
  'pair_folder',
  'own_folder',
  'restored_first',
  'pair_ended',
  'third_ended',
  // signing, ruptures, appraisal
  'not_newest',
  'already_signed',
  'stage_skipped',
  'gate_closed',
  'resting',
  'my_part_first',
  'needs_consent',
  'identifiers_found',
  'not_evidence',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export type Failure = { readonly code: ErrorCode; readonly message: string };

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/**
 * An expected failure. `message` is for a developer or a script (English, no journal text, ever); the window
 * shows its own translated sentence for `code`.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'AppError';
    this.code = code;
  }
}
