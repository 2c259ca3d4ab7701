import { useEffect, useState } from 'react';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Choices, Dialog, FailureNotice, Notice } from '../../ui/index.ts';
import { useSession } from './sessionContext.ts';

const minutes = ['2', '5', '10', '15'] as const;

/** Whether a quiet time is on. It ends by itself at its hour: nothing counts down and nothing sounds. */
export function useIsQuiet(until: string | null): boolean {
  const end = until === null ? null : Date.parse(until);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const left = end === null ? 0 : end - Date.now();
    setNow(Date.now());
    if (left <= 0) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(left + 50, 2_000_000_000));
    return () => clearTimeout(timer);
  }, [end]);
  return end !== null && end > now;
}

/** That it is quiet, and until when, for both to see. */
export function QuietLine() {
  const { t, formatTime } = useText();
  const { page } = useSession();
  const { quiet } = page.view;
  const isQuiet = useIsQuiet(quiet?.until ?? null);
  const end = useAction(() => call('sessions.quiet', { session: page.session, until: null }));
  if (quiet === null || !isQuiet) return null;
  return (
    <Notice
      action={
        quiet.role === page.me ? (
          <Button kind="plain" onPress={() => void end.run()}>
            {t('sessions.quiet.end')}
          </Button>
        ) : null
      }
    >
      {t('sessions.quiet.until', { time: formatTime(quiet.until) })}
      <FailureNotice error={end.error} />
    </Notice>
  );
}

export function QuietDialog(props: { onClose: () => void }) {
  const { t } = useText();
  const { page } = useSession();
  const [chosen, setChosen] = useState<(typeof minutes)[number] | null>(null);
  const begin = useAction(async () => {
    const until = new Date(Date.now() + Number(chosen) * 60_000).toISOString();
    await call('sessions.quiet', { session: page.session, until });
    props.onClose();
  });
  return (
    <Dialog
      title={t('sessions.quiet.title')}
      onClose={props.onClose}
      buttons={
        <>
          <Button
            kind="primary"
            onPress={() => void begin.run()}
            isBusy={begin.busy}
            isDisabled={chosen === null}
          >
            {t('sessions.quiet.begin')}
          </Button>
          <Button onPress={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <p>{t('sessions.quiet.what')}</p>
      <Choices
        label={t('sessions.quiet.howLong')}
        value={chosen}
        onChange={setChosen}
        options={minutes.map((count) => ({
          value: count,
          label: t('sessions.quiet.minutes', { count: Number(count) }),
        }))}
      />
      <FailureNotice error={begin.error} />
    </Dialog>
  );
}
