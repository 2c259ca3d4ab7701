import { useText } from '../../i18n.ts';
import { Signing } from '../../signing/Signing.tsx';
import { Disclosure, Quiet } from '../../ui/index.ts';
import { CrossedWords } from './CrossedWords.tsx';
import { Decisions } from './Decisions.tsx';
import { hasWords, LeftDrafts } from './LeftDrafts.tsx';
import { LaterWords } from './LaterWords.tsx';
import { Placement } from './Placement.tsx';
import { Promises } from './Promises.tsx';
import { Pulse } from './Pulse.tsx';
import { ReadBack } from './ReadBack.tsx';
import { ReadRecord } from './ReadRecord.tsx';
import styles from './Session.module.css';
import { useSession } from './sessionContext.ts';
import { useHeading } from './TopicPane.tsx';
import { Voices } from './Voices.tsx';

/** The end of a session: a last word each, what was said read back, and signing, which is for later. */
export function BeforeWeGo() {
  const { t } = useText();
  const { page, isSigned } = useSession();
  const heading = useHeading();
  const { view } = page;
  const { supervisee, supervisor } = page.members;
  // In the room nobody is told what its owner wrote alone; later it is in "words you did not show".
  const hasUnshown = !isSigned && !page.together && page.mine.some((draft) => hasWords(draft));
  const isSignedToo = (one: { hash: string }) => !page.signing.unsigned.includes(one.hash);
  const names = { supervisee: supervisee.name, supervisor: supervisor.name };
  const about = { root: page.session, me: page.me, names, signing: page.signing, Record: ReadRecord };
  const read = { ...view, amendments: view.amendments.filter(isSignedToo) };
  const readBack = (
    <Disclosure title={t(isSigned ? 'signing.record' : 'sessions.readBack.title')} level={3} startsOpen>
      <ReadBack view={read} names={names} />
    </Disclosure>
  );
  return (
    <>
      <div className={styles.part}>
        <h2 ref={heading} tabIndex={-1} className={styles.paneTitle}>
          {t('sessions.part.beforeWeGo')}
        </h2>
        <Quiet>{t(isSigned ? 'sessions.beforeWeGo.signed' : 'sessions.beforeWeGo.help')}</Quiet>
      </div>
      {isSigned ? null : (
        <>
          <Voices place="beforeWeGo" view={view.beforeWeGo} />
          <Decisions place={null} decisions={view.beforeWeGo.decisions} />
          <Promises place={null} promises={view.beforeWeGo.promises} />
        </>
      )}
      {isSigned ? null : readBack}
      {hasUnshown ? <Quiet>{t('sessions.beforeWeGo.unshown')}</Quiet> : null}
      <Placement subject={page.session} level={3} />
      <Pulse />
      {page.together ? <Quiet>{t('signing.notHere')}</Quiet> : <Signing about={about} />}
      {isSigned ? (
        <>
          <LaterWords />
          <CrossedWords />
          <LeftDrafts />
          {readBack}
        </>
      ) : null}
    </>
  );
}
