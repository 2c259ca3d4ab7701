import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { Role } from '../../../shared/model/member.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Choices,
  Dialog,
  Disclosure,
  FailureNotice,
  Quiet,
  Row,
  Stack,
  toast,
} from '../../ui/index.ts';
import styles from './JoinDialog.module.css';

/** The same word can come twice, so a word's place is its key. */
const places = [0, 1, 2, 3, 4, 5] as const;

/** Two people compare six words; only when they are the same is the pair joined. */
export function JoinDialog(props: {
  contact: Output<'contacts.list'>['contacts'][number];
  onClose: () => void;
}) {
  const { t } = useText();
  const { contact } = props;
  const [role, setRole] = useState<Role | null>(null);
  const [folder, setFolder] = useState<string | null>(null);
  const pairs = useCall('pairs.list', {});
  const earlier = (pairs.value?.pairs ?? []).filter((pair) => pair.endedAt === null);
  const [continues, setContinues] = useState<string>('new');
  const choose = useAction(async () => {
    const chosen = await call('vault.chooseFolder', { purpose: 'shared' });
    if (chosen.folder !== null) setFolder(chosen.folder);
  });
  const join = useAction(async () => {
    if (role === null) return;
    await call('pairs.join', {
      identity: contact.identity,
      words: contact.words,
      role,
      folder,
      continues: continues === 'new' ? null : continues,
    });
    toast(t('pairs.joined.done', { name: contact.name }));
    props.onClose();
  });
  const refuse = useAction(async () => {
    await call('contacts.forget', { identity: contact.identity });
    toast(t('pairs.different.done', { name: contact.name }));
    props.onClose();
  });
  return (
    <Dialog
      title={t('pairs.compare.title', { name: contact.name })}
      onClose={props.onClose}
      buttons={
        <>
          <Button
            kind="primary"
            onPress={() => void join.run()}
            isBusy={join.busy}
            isDisabled={role === null}
          >
            {t('pairs.compare.same')}
          </Button>
          <Button onPress={() => void refuse.run()} isBusy={refuse.busy}>
            {t('pairs.compare.different')}
          </Button>
          <Button kind="plain" onPress={props.onClose}>
            {t('common.notNow')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{t('pairs.compare.text')}</p>
        <ol className={styles.words} aria-label={t('pairs.compare.wordsLabel')}>
          {places.map((place) => (
            <li key={place}>{contact.words[place]}</li>
          ))}
        </ol>
        <Choices
          label={t('pairs.compare.role')}
          value={role}
          onChange={setRole}
          options={[
            { value: 'supervisee', label: t('pairs.role.supervisee') },
            { value: 'supervisor', label: t('pairs.role.supervisor') },
          ]}
        />
        {earlier.length === 0 ? null : (
          <Disclosure title={t('pairs.again.label', { name: contact.name })}>
            <Stack gap="close">
              <Choices
                label={t('pairs.again.label', { name: contact.name })}
                value={continues}
                onChange={setContinues}
                options={[
                  { value: 'new', label: t('pairs.again.no') },
                  ...earlier.map((pair) => ({
                    value: pair.space,
                    label: t('pairs.again.yes', { name: pair.other.name }),
                  })),
                ]}
              />
              <Quiet>{t('pairs.again.help')}</Quiet>
            </Stack>
          </Disclosure>
        )}
        <p>
          {t('pairs.compare.folder')}:{' '}
          <span className={styles.path}>{folder ?? t('pairs.compare.folderNone')}</span>
        </p>
        <Quiet>{t('pairs.compare.folderHelp')}</Quiet>
        <Row>
          <Button onPress={() => void choose.run()}>{t('pairs.exchange.chooseFolder')}</Button>
        </Row>
        {folder === null ? <Quiet>{t('pairs.compare.later')}</Quiet> : null}
        {role === null ? <Quiet>{t('pairs.compare.needRole')}</Quiet> : null}
        <FailureNotice error={choose.error ?? join.error ?? refuse.error} />
      </Stack>
    </Dialog>
  );
}
