import { useState } from 'react';
import type { Role } from '../../../shared/model/member.ts';
import { call, useAction } from '../../api.ts';
import { flushAll } from '../../autosave.ts';
import { leaveTogether } from '../../frame/mode.ts';
import { useText } from '../../i18n.ts';
import { Button, Choices, Dialog, FailureNotice, PassphraseField, Quiet } from '../../ui/index.ts';
import styles from './Session.module.css';
import { otherRole, useSession } from './sessionContext.ts';

const roles = ['supervisee', 'supervisor'] as const;

/** Whose words are being typed, always in sight; and the way out, which only the owner's passphrase opens. */
export function TogetherBanner(props: { onTypeFor: (role: Role) => void }) {
  const { t } = useText();
  const { page, typingFor, nameOf } = useSession();
  const [isLeaving, setLeaving] = useState(false);
  return (
    <section className={styles.banner} aria-label={t('sessions.together.banner')}>
      <div>
        <Choices<Role>
          label={t('sessions.together.typingFor')}
          value={typingFor}
          onChange={(role) => void flushAll(1000).then(() => props.onTypeFor(role))}
          options={roles.map((role) => ({ value: role, label: nameOf(role) }))}
        />
        {typingFor === page.me ? null : (
          <Quiet>{t('sessions.together.scribing', { name: nameOf(typingFor) })}</Quiet>
        )}
      </div>
      <Button onPress={() => setLeaving(true)}>{t('sessions.together.leave')}</Button>
      {isLeaving ? <LeaveDialog onClose={() => setLeaving(false)} /> : null}
    </section>
  );
}

function LeaveDialog(props: { onClose: () => void }) {
  const { t } = useText();
  const { page, nameOf } = useSession();
  const [passphrase, setPassphrase] = useState('');
  const leave = useAction(async () => {
    await flushAll(1000);
    await call('sessions.leaveTogether', { passphrase });
    leaveTogether();
    props.onClose();
  });
  return (
    <Dialog
      title={t('sessions.together.leaveTitle')}
      onClose={props.onClose}
      buttons={
        <>
          <Button kind="primary" onPress={() => void leave.run()} isBusy={leave.busy}>
            {t('sessions.together.leaveConfirm')}
          </Button>
          <Button onPress={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <p>
        {t('sessions.together.leaveHelp', {
          owner: nameOf(page.me),
          guest: nameOf(otherRole(page.me)),
        })}
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void leave.run();
        }}
      >
        <PassphraseField
          label={t('sessions.together.passphrase', { name: nameOf(page.me) })}
          purpose="current"
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
        />
      </form>
      <FailureNotice error={leave.error} />
    </Dialog>
  );
}
