import { useState } from 'react';
import type { SigningState } from '../../shared/contract/signing.ts';
import { call, useAction } from '../api.ts';
import { useText } from '../i18n.ts';
import { Button, FailureNotice, Notice, Quiet, Row, Stack } from '../ui/index.ts';
import { ProposeDialog } from './ProposeDialog.tsx';
import { SaveSigned } from './SaveSigned.tsx';
import { SignDialog } from './SignDialog.tsx';
import styles from './Signing.module.css';
import { otherName, type SigningAbout } from './signingAbout.ts';

type Open = NonNullable<SigningState['open']>;

/** Signing: later, in one's own vault, in one's own time. Nothing here hurries, and nothing happens by itself. */
export function Signing({ about }: { about: SigningAbout }) {
  const { t } = useText();
  const { names, me, signing } = about;
  const [isProposing, setProposing] = useState(false);
  const { open } = signing;
  const last = signing.signed.at(-1);
  const mayPropose = signing.hasWords && (open === null || !open.current);
  return (
    <section className={styles.part}>
      <h3>{t('signing.title')}</h3>
      <Stack>
        {signing.signed.map((one) => (
          <Signed key={one.hash} record={one} />
        ))}
        {last === undefined ? null : <SaveSigned root={about.root} hash={last.hash} />}
        {onceEach(signing.ignored).map((one) => (
          <Notice key={`${one.role}-${one.why}`} tone="caution">
            {t(`signing.ignored.${one.why}`, { name: names[one.role] })}
          </Notice>
        ))}
        {open === null ? null : open.mine ? (
          <Mine open={open} about={about} />
        ) : (
          <Theirs open={open} about={about} />
        )}
        {signing.newerWords === null ? null : (
          <p>
            {signing.newerWords === me
              ? t('signing.newerWords.mine')
              : t('signing.newerWords.theirs', { name: names[signing.newerWords] })}
          </p>
        )}
        {mayPropose ? (
          <>
            <Quiet>{t('signing.propose.help')}</Quiet>
            <Row>
              <Button onPress={() => setProposing(true)}>{t('signing.propose.open')}</Button>
            </Row>
          </>
        ) : null}
        {!signing.hasWords && signing.signed.length === 0 ? <Quiet>{t('signing.nothing')}</Quiet> : null}
      </Stack>
      {isProposing ? <ProposeDialog about={about} onClose={() => setProposing(false)} /> : null}
    </section>
  );
}

/** What is ignored is said once for each person and reason, however often it was tried. */
function onceEach(ignored: SigningState['ignored']): SigningState['ignored'] {
  return ignored.filter(
    (one, index) => ignored.findIndex((other) => other.role === one.role && other.why === one.why) === index,
  );
}

function Signed({ record }: { record: SigningState['signed'][number] }) {
  const { t, formatDate } = useText();
  const notes = record.signatures.filter((signature) => signature.note.trim() !== '');
  return (
    <div className={styles.said}>
      <p>
        <strong>
          {t(
            notes.length === 0
              ? 'signing.both'
              : notes.length === 1
                ? 'signing.bothOneNote'
                : 'signing.bothNotes',
          )}
        </strong>
        {record.previous === null ? null : ` · ${t('signing.later.signed')}`}
      </p>
      {record.signatures.map((signature) => (
        <p key={signature.role} className={styles.kept}>
          {t('signing.signedOn', { name: signature.name, date: formatDate(signature.at) })}
          {signature.note.trim() === '' ? null : ` ${t('signing.noteIs', { note: signature.note })}`}
        </p>
      ))}
    </div>
  );
}

function Mine({ open, about }: { open: Open; about: SigningAbout }) {
  const { t } = useText();
  const takeBack = useAction(() => call('signing.takeBack', { proposal: open.proposal }));
  if (!open.current) return <p>{t('signing.stale')}</p>;
  return (
    <>
      <p>{t('signing.proposedByYou', { name: otherName(about) })}</p>
      <Quiet>{t('signing.copyFollows')}</Quiet>
      <Row>
        <Button kind="plain" onPress={() => void takeBack.run()} isBusy={takeBack.busy}>
          {t('signing.takeBack')}
        </Button>
      </Row>
      <FailureNotice error={takeBack.error} />
    </>
  );
}

function Theirs({ open, about }: { open: Open; about: SigningAbout }) {
  const { t, formatDate } = useText();
  const [isReading, setReading] = useState(false);
  if (!open.current) return <p>{t('signing.stale')}</p>;
  return (
    <>
      <p>{t('signing.proposedByOther', { name: about.names[open.by] })}</p>
      <Quiet>{t('signing.suggested', { date: formatDate(open.suggestedBy) })}</Quiet>
      <Row>
        <Button onPress={() => setReading(true)}>{t('signing.read.open')}</Button>
      </Row>
      {isReading ? (
        <SignDialog about={about} proposal={open.proposal} onClose={() => setReading(false)} />
      ) : null}
    </>
  );
}
