import type { LearningEntry } from '../../../shared/contract/learning.ts';
import { sumHours } from '../../../shared/model/learning.ts';
import { useText } from '../../i18n.ts';
import { Card, Quiet, Table } from '../../ui/index.ts';

/** Plain sums of what was said, for oneself. No target stands beside them. */
export function HoursTable({ entries }: { entries: readonly LearningEntry[] }) {
  const { t, formatNumber } = useText();
  const { years, rows, totals } = sumHours(entries);
  if (years.length === 0) return null;
  const kinds = rows.map(({ type, hours }) => ({
    key: type ?? 'unset',
    title: t(`learning.type.${type ?? 'unset'}`),
    hours,
  }));
  return (
    <Card title={t('learning.hours.title')}>
      <Quiet>{t('learning.hours.help')}</Quiet>
      <Table
        caption={t('learning.hours.title')}
        hideCaption
        rows={[...kinds, { key: 'all', title: t('learning.hours.all'), hours: totals }]}
        rowKey={(row) => row.key}
        columns={[
          { key: 'kind', title: t('learning.hours.kind'), cell: (row) => row.title },
          ...years.map((year, index) => ({
            key: year,
            title: year,
            cell: (row: { readonly hours: readonly (number | null)[] }) => {
              const hours = row.hours[index] ?? null;
              return hours === null ? '' : formatNumber(hours);
            },
          })),
        ]}
      />
    </Card>
  );
}
