import { type FormEvent, useState } from 'react';
import { call, useAction, useCall, useChoice } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Card,
  Disclosure,
  FailureNotice,
  isChosen,
  Loaded,
  NewPassphrase,
  noPassphrase,
  PassphraseField,
  Select,
  Stack,
  toast,
} from '../../ui/index.ts';

const lockChoices = ['5', '10', '20', '30', '60'] as const;

export function PassphraseSettings() {
  const { t } = useText();
  const preferences = useCall('preferences.get', {});
  const setLock = useChoice((lockAfterMinutes: number) => call('preferences.set', { lockAfterMinutes }));
  return (
    <Card title={t('settings.passphrase.title')}>
      <Loaded call={preferences}>
        {({ lockAfterMinutes }) => (
          <Select
            label={t('settings.lock.label')}
            description={t('settings.lock.help')}
            value={String(lockAfterMinutes)}
            onChange={(minutes) => void setLock.run(Number(minutes))}
            options={[...new Set([...lockChoices, String(lockAfterMinutes)])]
              .sort((one, other) => Number(one) - Number(other))
              .map((minutes) => ({
                value: minutes,
                label: t('settings.lock.minutes', { count: Number(minutes) }),
              }))}
          />
        )}
      </Loaded>
      <FailureNotice error={setLock.error} />
      <ChangePassphrase />
    </Card>
  );
}

function ChangePassphrase() {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [chosen, setChosen] = useState(noPassphrase);
  const [isTried, setTried] = useState(false);
  const change = useAction(async () => {
    await call('vault.changePassphrase', { passphrase, newPassphrase: chosen.passphrase });
    setPassphrase('');
    setChosen(noPassphrase);
    setTried(false);
    setOpen(false);
    toast(t('settings.passphrase.changed'));
  });
  const isWrong = change.error?.code === 'wrong_passphrase';
  const isReady = passphrase !== '' && isChosen(chosen);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isReady) void change.run();
  }

  return (
    <Disclosure title={t('settings.passphrase.change')} isOpen={isOpen} onToggle={setOpen}>
      <form onSubmit={submit}>
        <Stack>
          <PassphraseField
            label={t('settings.passphrase.current')}
            purpose="current"
            value={passphrase}
            onChange={setPassphrase}
            error={isWrong || (isTried && passphrase === '') ? t('errors.wrong_passphrase') : null}
          />
          <NewPassphrase
            label={t('settings.passphrase.new')}
            value={chosen}
            onChange={setChosen}
            isTried={isTried}
          />
          {isWrong ? null : <FailureNotice error={change.error} />}
          <div>
            <Button type="submit" isBusy={change.busy}>
              {t('settings.passphrase.submit')}
            </Button>
          </div>
        </Stack>
      </form>
    </Disclosure>
  );
}
