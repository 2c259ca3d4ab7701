import { useState } from 'react';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { AlertDialog, Button, Disclosure, FailureNotice, Loaded, Quiet, Row, Stack } from '../../ui/index.ts';
import styles from './Pages.module.css';

/** Deleted pages of the last 30 days: to put back, or to erase for good. */
export function RecentlyDeleted() {
  const { t, formatDate } = useText();
  const removed = useCall('pages.removed', {});
  const [erasing, setErasing] = useState<string | null>(null);
  const putBack = useAction((item: string) => call('pages.putBack', { item }));
  const erase = useAction(async (item: string) => {
    await call('pages.erase', { item });
    setErasing(null);
  });
  return (
    <Disclosure title={t('pages.deleted.title')} level={2}>
      <FailureNotice error={putBack.error ?? erase.error} />
      <Loaded call={removed}>
        {({ pages }) =>
          pages.length === 0 ? (
            <Quiet>{t('pages.deleted.none')}</Quiet>
          ) : (
            <Stack>
              <Quiet>{t('pages.deleted.body')}</Quiet>
              <ul className={styles.plainList}>
                {pages.map((page) => {
                  const name = page.title || page.excerpt.slice(0, 60) || t('pages.notWritten');
                  return (
                    <li key={page.item} className={styles.removed}>
                      <div>
                        <div className={styles.excerpt}>{name}</div>
                        <div className={styles.day}>
                          {formatDate(page.date)} ·{' '}
                          {t('pages.deleted.until', { date: formatDate(page.erasedFrom) })}
                        </div>
                      </div>
                      <Row>
                        <Button
                          label={t('pages.deleted.putBack.label', { page: name })}
                          onPress={() => void putBack.run(page.item)}
                        >
                          {t('pages.deleted.putBack')}
                        </Button>
                        <Button
                          kind="danger"
                          label={t('pages.deleted.erase.label', { page: name })}
                          onPress={() => setErasing(page.item)}
                        >
                          {t('pages.deleted.erase')}
                        </Button>
                      </Row>
                    </li>
                  );
                })}
              </ul>
            </Stack>
          )
        }
      </Loaded>
      {erasing === null ? null : (
        <AlertDialog
          title={t('pages.deleted.erase.title')}
          confirmLabel={t('pages.deleted.erase')}
          onConfirm={() => void erase.run(erasing)}
          onCancel={() => setErasing(null)}
          isBusy={erase.busy}
        >
          <p>{t('pages.deleted.erase.body')}</p>
        </AlertDialog>
      )}
    </Disclosure>
  );
}
