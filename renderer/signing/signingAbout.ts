import type { ComponentType } from 'react';
import type { RecordView, SigningState } from '../../shared/contract/signing.ts';
import type { Role } from '../../shared/model/member.ts';

/** What two people sign about: any item that can be signed. The feature that shows it renders its records. */
export type SigningAbout = {
  readonly root: string;
  readonly me: Role;
  readonly names: Readonly<Record<Role, string>>;
  readonly signing: SigningState;
  /** What stands in a record's bytes, as this feature shows it; names come from the record. */
  readonly Record: ComponentType<{ record: RecordView }>;
};

export function otherName({ me, names }: SigningAbout): string {
  return names[me === 'supervisor' ? 'supervisee' : 'supervisor'];
}
