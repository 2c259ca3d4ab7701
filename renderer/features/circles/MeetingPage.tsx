import { useRef, useState } from 'react';
import type { MeetingPage as Meeting } from '../../../shared/contract/circles.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, GoLink, Loaded, Page, Stack } from '../../ui/index.ts';
import styles from './Circles.module.css';
import { Keeper } from './Keeper.tsx';
import { Round } from './Round.tsx';

/** A meeting of a circle: its rounds from top to bottom, one of them open. */
export function MeetingPage({ id, round }: { id: string; round?: string }) {
  const meeting = useCall('circles.meeting', { meeting: id });
  return <Loaded call={meeting}>{(page) => <Rounds page={page} first={round ?? null} />}</Loaded>;
}

function Rounds({ page, first }: { page: Meeting; first: string | null }) {
  const { t, formatDate } = useText();
  const { view, members } = page;
  const [open, setOpen] = useState<string | null>(first ?? view.rounds[0]?.round ?? null);
  const [hasShown, setShown] = useState(false);
  const list = useRef<HTMLElement>(null);
  const keeper = members.find((member) => member.identity === view.keeper);
  function toggle(round: string, isOpen: boolean) {
    setOpen(isOpen ? round : null);
    setShown(false);
  }
  function goOn(round: string) {
    const at = view.rounds.findIndex((one) => one.round === round);
    const next = view.rounds[at + 1]?.round;
    toggle(next ?? round, next !== undefined);
    // The button that was pressed is folded away with its round.
    list.current?.querySelector<HTMLElement>(`[data-round="${next ?? round}"] button`)?.focus();
  }
  return (
    <Page
      title={view.title}
      lead={
        <>
          {t('circles.meetings.keptBy', {
            date: view.date === null ? '' : formatDate(view.date),
            name: keeper?.name ?? '',
          })}
          <span role="status">{hasShown ? ` · ${t('sessions.show.done')}` : ''}</span>
        </>
      }
      above={
        <span className={styles.controls}>
          <GoLink to="circle" with={{ id: page.space }}>
            {page.circleName === '' ? t('circles.unnamed') : page.circleName}
          </GoLink>
        </span>
      }
      action={
        <span className={styles.controls}>
          <Button onPress={() => window.print()}>{t('circles.print')}</Button>
        </span>
      }
    >
      <Stack gap="loose">
        <section ref={list} className={styles.rounds} aria-label={t('circles.rounds')}>
          {view.rounds.map((round, index) => (
            <Round
              key={round.round}
              page={page}
              round={round}
              number={index + 1}
              isOpen={open === round.round}
              onToggle={(isOpen) => toggle(round.round, isOpen)}
              onGoOn={() => goOn(round.round)}
              onShown={() => setShown(true)}
            />
          ))}
        </section>
        {page.isKeeper && page.leftAt === null ? <Keeper page={page} /> : null}
      </Stack>
    </Page>
  );
}
