import type { ReactNode } from 'react';
import type { RepairView } from '../../../shared/contract/ruptures.ts';
import { VoicePair } from '../../ui/index.ts';

/** Mine and theirs beside each other, the supervisee's always left (above when narrow). */
export function TwoVoices(props: { repair: RepairView; mine: ReactNode; theirs: ReactNode }) {
  const { me, other } = props.repair;
  const mine = { name: me.name, children: props.mine };
  const theirs = { name: other.name, children: props.theirs };
  return me.role === 'supervisee' ? (
    <VoicePair supervisee={mine} supervisor={theirs} />
  ) : (
    <VoicePair supervisee={theirs} supervisor={mine} />
  );
}
