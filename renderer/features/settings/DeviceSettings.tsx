import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useCall } from '../../api.ts';
import { useAutosave } from '../../autosave.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Card,
  Disclosure,
  Loaded,
  Quiet,
  Row,
  SavedState,
  Stack,
  TextField,
} from '../../ui/index.ts';
import { AddDeviceDialog } from './AddDeviceDialog.tsx';
import { OwnFolder } from './OwnFolder.tsx';
import { LostDeviceDialog } from './LostDeviceDialog.tsx';
import { TwoVersions } from './TwoVersions.tsx';
import styles from './DeviceSettings.module.css';

export type Device = Output<'devices.list'>['devices'][number];

/** My own computers: which there are, one more, one that is lost. */
export function DeviceSettings() {
  const { t, formatDate } = useText();
  const list = useCall('devices.list', {});
  const [isAdding, setAdding] = useState(false);
  const [lost, setLost] = useState<Device | null>(null);

  function nameOf(device: Device): string {
    return device.name ?? t('devices.noName');
  }

  return (
    <Card title={t('devices.title')}>
      <Loaded call={list}>
        {({ devices, folder, state }) => (
          <Stack>
            <ul className={styles.list} aria-label={t('devices.list')}>
              {devices.map((device) => (
                <li key={device.id}>
                  <span>
                    {device.isThis ? `${nameOf(device)} · ${t('devices.here')}` : nameOf(device)}
                    {device.addedAt === null ? null : (
                      <Quiet>{t('devices.added', { day: formatDate(device.addedAt) })}</Quiet>
                    )}
                  </span>
                  {device.isThis ? null : (
                    <Button
                      kind="plain"
                      label={`${nameOf(device)}: ${t('devices.lost')}`}
                      onPress={() => setLost(device)}
                    >
                      {t('devices.lost')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            <Row>
              <Button onPress={() => setAdding(true)}>{t('devices.add')}</Button>
            </Row>
            <TwoVersions />
            <Disclosure
              title={t('devices.folder.title')}
              startsOpen={devices.length > 1 && (folder === null || state !== 'ready')}
            >
              <OwnFolder folder={folder} state={state} />
            </Disclosure>
            <Disclosure title={t('devices.names')}>
              <Stack>
                {devices.map((device) => (
                  <DeviceName key={device.id} device={device} />
                ))}
              </Stack>
            </Disclosure>
          </Stack>
        )}
      </Loaded>
      {isAdding ? <AddDeviceDialog onClose={() => setAdding(false)} /> : null}
      {lost === null ? null : (
        <LostDeviceDialog device={lost} name={nameOf(lost)} onClose={() => setLost(null)} />
      )}
    </Card>
  );
}

function DeviceName({ device }: { device: Device }) {
  const { t } = useText();
  const [name, setName] = useState(device.name ?? '');
  const save = useAutosave({
    key: `devices:${device.id}`,
    method: 'devices.rename',
    toInput: (value: string) => ({ id: device.id, name: value }),
  });
  return (
    <Stack gap="close">
      <TextField
        label={
          device.isThis
            ? t('devices.name')
            : t('devices.name.of', { name: device.name ?? t('devices.noName') })
        }
        value={name}
        maxLength={60}
        onChange={(value) => {
          setName(value);
          save.change(value);
        }}
        onBlur={() => void save.flush()}
      />
      <SavedState autosave={save} />
    </Stack>
  );
}
