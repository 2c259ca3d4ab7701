import { useText } from '../../i18n.ts';
import { Page } from '../../ui/index.ts';
import { BackupSettings } from './BackupSettings.tsx';
import { CareSettings } from './CareSettings.tsx';
import { DeviceSettings } from './DeviceSettings.tsx';
import { LedgerSettings } from './LedgerSettings.tsx';
import { LookSettings } from './LookSettings.tsx';
import { PassphraseSettings } from './PassphraseSettings.tsx';
import { VaultTextSettings } from './VaultTextSettings.tsx';

export function SettingsPage() {
  const { t } = useText();
  return (
    <Page title={t('settings.title')} lead={t('settings.lead')}>
      <LookSettings />
      <PassphraseSettings />
      <BackupSettings />
      <DeviceSettings />
      <LedgerSettings />
      <CareSettings />
      <VaultTextSettings />
    </Page>
  );
}
