import { type ReactNode, useEffect, useState } from 'react';
import type { Called } from '../api.ts';
import { useText } from '../i18n.ts';
import { FailureNotice } from './FailureNotice.tsx';
import { Quiet } from './Layout.tsx';

/** Shows what a `useCall` brought, once it is there; waits without a flicker; says in words when it fails. */
export function Loaded<T>(props: { call: Called<T>; children: (value: T) => ReactNode }) {
  const { call } = props;
  if (call.state === 'loading') return <Waiting />;
  if (call.state === 'failed') {
    return (
      <>
        <FailureNotice error={call.error} onRetry={call.reload} />
        {call.value === undefined ? null : props.children(call.value)}
      </>
    );
  }
  return props.children(call.value);
}

/** Nothing for 0.4 s, then a quiet word. No spinner, no grey boxes. */
export function Waiting() {
  const { t } = useText();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return <div role="status">{isLong ? <Quiet>{t('common.load.waiting')}</Quiet> : null}</div>;
}
