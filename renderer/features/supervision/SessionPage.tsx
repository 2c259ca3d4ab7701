import { useState } from 'react';
import type { SessionPage as SessionData } from '../../../shared/contract/sessions.ts';
import type { Role } from '../../../shared/model/member.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { GoLink, Loaded, Page } from '../../ui/index.ts';
import { BeforeWeGo } from './BeforeWeGo.tsx';
import { FromLastTime } from './FromLastTime.tsx';
import { LastPromises } from './LastPromises.tsx';
import { PartPane } from './PartPane.tsx';
import { QuietLine, useIsQuiet } from './QuietTime.tsx';
import styles from './Session.module.css';
import { type InSession, SessionContext } from './sessionContext.ts';
import { SessionActions } from './SessionActions.tsx';
import { SignedLine } from './SignedLine.tsx';
import { TogetherBanner } from './TogetherBanner.tsx';
import { TopicList } from './TopicList.tsx';
import { TopicPane } from './TopicPane.tsx';
import { useSavedInHeader } from './savedStates.ts';

/** A session of two people: its topics on the left, one of them open, two voices side by side. */
export function SessionPage({ id }: { id: string }) {
  const session = useCall('sessions.get', { session: id });
  return <Loaded call={session}>{(page) => <Session page={page} />}</Loaded>;
}

function Session({ page }: { page: SessionData }) {
  const { t, formatDate } = useText();
  const saved = useSavedInHeader();
  const isQuiet = useIsQuiet(page.view.quiet?.until ?? null);
  const isCorridor = page.view.kind === 'corridor';
  const [chosen, setChosen] = useState(isCorridor ? (page.view.topics[0]?.place ?? 'arriving') : 'arriving');
  const [ways, setWays] = useState<Readonly<Record<string, string>>>({});
  const [hasShown, setShown] = useState(false);
  const [typingFor, setTypingFor] = useState<Role>(page.me);
  const { supervisee, supervisor } = page.members;
  const value: InSession = {
    page,
    typingFor: page.together ? typingFor : page.me,
    isSigned: page.signing.signed.length > 0,
    nameOf: (role) => page.members[role].name,
    wayAt: (place) => ways[place] ?? null,
    chooseWay: (place, way) => setWays({ ...ways, [place]: way }),
    onShown: () => setShown(true),
  };
  const open = isPlace(page, chosen) ? chosen : 'arriving';
  function setOpen(place: string) {
    setChosen(place);
    setShown(false);
  }

  const date = formatDate(page.date);
  return (
    <SessionContext value={value}>
      <Page
        wide
        title={t('sessions.title', { supervisee: supervisee.name, supervisor: supervisor.name })}
        lead={
          <>
            {isCorridor ? `${t('corridor.kind')} · ` : ''}
            {saved === null ? date : t('sessions.lead', { date, saved: t('common.saved.saved') })}
            <span role="status">{hasShown ? ` · ${t('sessions.show.done')}` : ''}</span>
          </>
        }
        above={
          page.together ? null : (
            <GoLink to="pair" with={{ id: page.space }}>
              {t('sessions.backToPair')}
            </GoLink>
          )
        }
        action={<SessionActions open={open} onOpen={setOpen} />}
      >
        {page.together ? <TogetherBanner onTypeFor={setTypingFor} /> : null}
        <QuietLine />
        {open === 'beforeWeGo' ? null : <SignedLine onOpen={() => setOpen('beforeWeGo')} />}
        <div className={styles.layout}>
          <TopicList open={open} onOpen={setOpen} />
          <div className={`${styles.pane} ${isQuiet ? styles.dimmed : ''}`} key={open}>
            <Pane open={open} onOpen={setOpen} />
          </div>
        </div>
      </Page>
    </SessionContext>
  );
}

function Pane(props: { open: string; onOpen: (place: string) => void }) {
  const { open } = props;
  if (open === 'promises') return <LastPromises />;
  if (open === 'fromLastTime') return <FromLastTime onBrought={props.onOpen} />;
  if (open === 'beforeWeGo') return <BeforeWeGo />;
  if (open === 'arriving' || open === 'howWeWork') return <PartPane part={open} onLeave={props.onOpen} />;
  return <TopicPane topic={open} />;
}

function isPlace(page: SessionData, place: string): boolean {
  if (['arriving', 'promises', 'fromLastTime', 'howWeWork', 'beforeWeGo'].includes(place)) return true;
  return (
    page.view.topics.some((topic) => topic.place === place) ||
    page.mine.some((draft) => draft.kind === 'topic' && draft.item === place)
  );
}
