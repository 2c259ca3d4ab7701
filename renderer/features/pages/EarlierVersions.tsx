import { useState } from 'react';
import { endingText } from '../../../shared/model/page.ts';
import { call, useAction, useCall } from '../../api.ts';
import { numbered, ProseView } from '../../editor/ProseView.tsx';
import { useText } from '../../i18n.ts';
import {
  AlertDialog,
  Button,
  Dialog,
  Disclosure,
  FailureNotice,
  Loaded,
  Quiet,
  Stack,
  toast,
  Words,
} from '../../ui/index.ts';
import styles from './Pages.module.css';
import { promptLabel } from './promptLabel.ts';

/** How the page stood on earlier days: to read, and to forget. */
export function EarlierVersions({ item }: { item: string }) {
  const { t, formatDate } = useText();
  const versions = useCall('pages.versions', { item });
  const [reading, setReading] = useState<number | null>(null);
  const [isAsking, setAsking] = useState(false);
  const forget = useAction(async () => {
    await call('pages.forgetEarlier', { item });
    setAsking(false);
    toast(t('pages.earlier.forgotten'));
  });
  return (
    <Disclosure title={t('pages.earlier.title')} level={2}>
      <Loaded call={versions}>
        {({ versions: list }) =>
          list.length === 0 ? (
            <Quiet>{t('pages.earlier.none')}</Quiet>
          ) : (
            <Stack>
              <Quiet>{t('pages.earlier.lead')}</Quiet>
              <ul className={styles.plainList}>
                {list.map((version) => (
                  <li key={version.number}>
                    <Button kind="plain" onPress={() => setReading(version.number)}>
                      {t('pages.earlier.read', { date: formatDate(version.at) })}
                    </Button>
                  </li>
                ))}
              </ul>
              <div>
                <Button onPress={() => setAsking(true)}>{t('pages.earlier.forget')}</Button>
              </div>
            </Stack>
          )
        }
      </Loaded>
      <FailureNotice error={forget.error} />
      {reading === null ? null : (
        <ReadVersion item={item} number={reading} onClose={() => setReading(null)} />
      )}
      {isAsking ? (
        <AlertDialog
          title={t('pages.earlier.forget.title')}
          confirmLabel={t('pages.earlier.forget')}
          onConfirm={() => void forget.run()}
          onCancel={() => setAsking(false)}
          isBusy={forget.busy}
        >
          <p>{t('pages.earlier.forget.body')}</p>
        </AlertDialog>
      ) : null}
    </Disclosure>
  );
}

function ReadVersion(props: { item: string; number: number; onClose: () => void }) {
  const { t, formatDate } = useText();
  const version = useCall('pages.version', { item: props.item, number: props.number });
  const title = version.value === undefined ? '' : formatDate(version.value.at);
  return (
    <Dialog
      title={t('pages.earlier.read', { date: title })}
      onClose={props.onClose}
      buttons={<Button onPress={props.onClose}>{t('common.close')}</Button>}
    >
      <Loaded call={version}>
        {({ body }) => (
          <Stack>
            {body.title === '' ? null : <h3>{body.title}</h3>}
            {numbered(body.sections).map(({ number, value }) => (
              <div key={number}>
                {body.sections.length === 1 ? null : <h3>{promptLabel(t, value.prompt)}</h3>}
                <ProseView prose={value.prose} />
              </div>
            ))}
            {endingText(body) === '' ? null : (
              <div>
                <h3>{t('pages.ending.title')}</h3>
                <Words>{endingText(body)}</Words>
              </div>
            )}
          </Stack>
        )}
      </Loaded>
    </Dialog>
  );
}
