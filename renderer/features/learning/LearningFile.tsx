import { useState } from 'react';
import type { LearningEntry, LearningFormat } from '../../../shared/contract/learning.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Dialog, FailureNotice, Loaded, Notice, Quiet, Select, Table } from '../../ui/index.ts';
import styles from './LearningFile.module.css';

/** The log exactly as a file would hold it, and two kinds of file. Nothing is written before one of them is pressed. */
export function LearningFile(props: { entries: readonly LearningEntry[]; onClose: () => void }) {
  const { t, language } = useText();
  const years = [...new Set(props.entries.map(({ date }) => date.slice(0, 4)))];
  const [part, setPart] = useState('all');
  const [saved, setSaved] = useState<string | null>(null);
  const which = { year: part === 'all' ? null : part, language } as const;
  const preview = useCall('learning.preview', which);
  const save = useAction(async (format: LearningFormat) => {
    if (preview.value === undefined) return;
    setSaved(null);
    const { seen } = preview.value;
    setSaved((await call('learning.export', { ...which, format, seen, path: null })).path);
  });
  return (
    <Dialog
      size="wide"
      title={t('learning.file.title')}
      onClose={props.onClose}
      buttons={
        <>
          <Button kind="primary" onPress={() => void save.run('csv')} isBusy={save.busy}>
            {t('learning.file.csv')}
          </Button>
          <Button onPress={() => void save.run('pdf')} isBusy={save.busy}>
            {t('learning.file.pdf')}
          </Button>
          <Button onPress={props.onClose}>{t('common.close')}</Button>
        </>
      }
    >
      <Notice tone="caution">{t('learning.file.lead')}</Notice>
      <Select
        label={t('learning.file.year')}
        value={part}
        onChange={(chosen) => {
          setPart(chosen);
          setSaved(null);
        }}
        options={[
          { value: 'all', label: t('learning.file.all') },
          ...years.map((year) => ({ value: year, label: year })),
        ]}
      />
      <Loaded call={preview}>
        {({ columns, rows }) => (
          <>
            <Table
              caption={t('learning.title')}
              hideCaption
              rows={rows.map((cells, index) => ({ key: String(index), cells }))}
              rowKey={(row) => row.key}
              columns={columns.map((title, index) => ({
                key: title,
                title,
                cell: (row: { readonly cells: readonly string[] }) => (
                  <span className={index === 0 ? styles.day : styles.words}>{row.cells[index]}</span>
                ),
              }))}
            />
            {rows.some((row) => row.some((cell) => cell.startsWith("'"))) ? (
              <Quiet small>{t('learning.file.apostrophe')}</Quiet>
            ) : null}
          </>
        )}
      </Loaded>
      <div role="status">
        {saved === null ? null : <Notice>{t('learning.file.done', { path: saved })}</Notice>}
      </div>
      <FailureNotice error={save.error} />
    </Dialog>
  );
}
