import { isTooLittle } from '../../../shared/model/protectedTime.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { type Text, useText } from '../../i18n.ts';
import { Table } from '../../ui/index.ts';
import { type Column, columnsOf, columnTitle, saidInWords } from './columns.ts';
import { TimeChart } from './TimeChart.tsx';

type Time = Output<'time.get'>;

/** How the time of a pair's sessions went, drawn and as a table. */
export function TimeDrawn({ time }: { time: Time }) {
  const { t } = useText();
  const columns = columnsOf(time.slots);
  if (columns.every((column) => column.session === null)) return <p>{t('time.none')}</p>;
  return (
    <TimeChart
      columns={columns}
      names={time.names}
      minutes={time.standard?.rhythm.minutes ?? null}
      isTooFew={isTooLittle(time.slots)}
      table={() => <TimeTable time={time} />}
    />
  );
}

function TimeTable({ time }: { time: Time }) {
  const text = useText();
  const { t } = text;
  const { names } = time;
  return (
    <Table
      caption={t('time.table.caption')}
      rows={columnsOf(time.slots)}
      rowKey={(column) => column.key}
      columns={[
        { key: 'date', title: t('time.table.date'), cell: (column) => columnTitle(text, column) },
        {
          key: 'supervisee',
          title: names.supervisee,
          cell: (column) => saidInCell(text, column, 'supervisee'),
        },
        {
          key: 'supervisor',
          title: names.supervisor,
          cell: (column) => saidInCell(text, column, 'supervisor'),
        },
      ]}
    />
  );
}

function saidInCell(text: Text, column: Column, role: 'supervisee' | 'supervisor'): string {
  if (column.session === null) return text.t('time.table.noSession');
  const said = column.session[role];
  if (said === null) return text.t('common.field.unset');
  const phrase = saidInWords(text, said);
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
