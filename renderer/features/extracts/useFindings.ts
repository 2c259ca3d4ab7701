import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { call } from '../../api.ts';

export type Found = Output<'extracts.check'>['findings'];

/** What in exactly this text may point to a person; null until it was looked through, also while it is being typed. */
export function useFindings(text: string, date: string): Found | null {
  const [answer, setAnswer] = useState<{ text: string; found: Found } | null>(null);
  useEffect(() => {
    let isHere = true;
    const soon = setTimeout(() => {
      call('extracts.check', { text, date }).then(
        ({ findings }) => isHere && setAnswer({ text, found: findings }),
        // Without an answer nothing leaves, and the vault looks again by itself before it lets anything go.
        () => undefined,
      );
    }, 150);
    return () => {
      isHere = false;
      clearTimeout(soon);
    };
  }, [text, date]);
  return answer?.text === text ? answer.found : null;
}
