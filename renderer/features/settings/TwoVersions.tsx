import { useState } from 'react';
import type { DeviceConflict } from '../../../shared/contract/devices.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Dialog, FailureNotice, Loaded, Notice, Quiet, Row, Stack, toast } from '../../ui/index.ts';
import styles from './DeviceSettings.module.css';

/** What two of a person's computers changed apart: shown only where there is something to choose. */
export function TwoVersions() {
  const { t } = useText();
  const found = useCall('devices.conflicts', {});
  const [open, setOpen] = useState<DeviceConflict | null>(null);
  return (
    <Loaded call={found}>
      {({ conflicts }) =>
        conflicts.length === 0 ? null : (
          <Notice title={t('devices.two.title')}>
            <Stack gap="close">
              <p>{t('devices.two.lead')}</p>
              <Row>
                {conflicts.map((conflict) => (
                  <Button
                    key={conflict.item}
                    label={`${t('devices.two.open')}: ${t(`devices.two.kind.${kindWord(conflict.kind)}`)}`}
                    onPress={() => setOpen(conflict)}
                  >
                    {t('devices.two.open')}
                  </Button>
                ))}
              </Row>
            </Stack>
            {open === null ? null : <ChooseVersion conflict={open} onClose={() => setOpen(null)} />}
          </Notice>
        )
      }
    </Loaded>
  );
}

function ChooseVersion(props: { conflict: DeviceConflict; onClose: () => void }) {
  const { t, formatDate, formatTime } = useText();
  const { item, kind, isShared, isErasedElsewhere, versions } = props.conflict;
  const [shown, ...others] = versions;
  const other = others[0];
  const choose = useAction(async (keep: string) => {
    await call('devices.choose', { item, keep });
    toast(t('devices.two.done'));
    props.onClose();
  });
  return (
    <Dialog
      title={t('devices.two.of', { kind: t(`devices.two.kind.${kindWord(kind)}`) })}
      onClose={props.onClose}
      size="wide"
      keepsButtons
      buttons={
        <>
          {shown === undefined ? null : (
            <Button onPress={() => void choose.run(shown.hash)} isBusy={choose.busy}>
              {isErasedElsewhere ? t('devices.two.keep') : t('devices.two.keepShown')}
            </Button>
          )}
          {other === undefined ? null : (
            <Button onPress={() => void choose.run(other.hash)} isBusy={choose.busy}>
              {t('devices.two.keepOther')}
            </Button>
          )}
          {other === undefined || isShared ? null : (
            <Button onPress={() => void choose.run('both')} isBusy={choose.busy}>
              {t('devices.two.keepBoth')}
            </Button>
          )}
          {isErasedElsewhere ? (
            <Button kind="danger" onPress={() => void choose.run('erase')} isBusy={choose.busy}>
              {t('devices.two.erase')}
            </Button>
          ) : null}
          <Button kind="plain" onPress={props.onClose}>
            {t('common.notNow')}
          </Button>
        </>
      }
    >
      <Stack>
        {isErasedElsewhere ? <p>{t('devices.two.erased')}</p> : null}
        {isShared ? <Quiet>{t('devices.two.shared')}</Quiet> : null}
        <div className={styles.two}>
          {versions.map((version, index) => (
            <section key={version.hash} className={styles.version}>
              <h3>
                {t(index === 0 ? 'devices.two.shown' : 'devices.two.other', {
                  day: formatDate(version.at),
                  time: formatTime(version.at),
                })}
              </h3>
              <p className={styles.words}>{version.text}</p>
            </section>
          ))}
        </div>
        <FailureNotice error={choose.error} />
      </Stack>
    </Dialog>
  );
}

function kindWord(kind: string): 'page' | 'moment' | 'episode' | 'other' {
  return kind === 'page' || kind === 'moment' || kind === 'episode' ? kind : 'other';
}
