import { isTooLittle } from '../../../shared/model/protectedTime.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Card, Disclosure, Loaded, Quiet, Stack, Table } from '../../ui/index.ts';
import { columnsOf, columnTitle, saidInWords } from './columns.ts';
import { PairStandard } from './PairStandard.tsx';
import { SayTime } from './SayTime.tsx';
import { TimeChart } from './TimeChart.tsx';

type Time = Output<'time.get'>;

/** How the time of a pair's sessions went, as each says, beside what they mean to have. For the two of them alone. */
export function PairTime({ space }: { space: string }) {
  const { t } = useText();
  const time = useCall('time.get', { space });
  return (
    <Card title={t('time.title')}>
      <Quiet>{t('time.lead')}</Quiet>
      <Loaded call={time}>
        {(value) => (
          <Stack>
            <Drawn time={value} />
            <SayTime time={value} />
            <PairStandard space={space} />
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}

function Drawn({ time }: { time: Time }) {
  const { t } = useText();
  const columns = columnsOf(time.slots);
  if (columns.every((column) => column.session === null)) return <p>{t('time.none')}</p>;
  return (
    <>
      {isTooLittle(time.slots) ? (
        <p>{t('time.tooLittle')}</p>
      ) : (
        <TimeChart columns={columns} names={time.names} minutes={time.standard?.rhythm.minutes ?? null} />
      )}
      <Disclosure title={t('time.table.open')}>
        <TimeTable time={time} />
      </Disclosure>
    </>
  );
}

function TimeTable({ time }: { time: Time }) {
  const text = useText();
  const { t } = text;
  const { names } = time;
  const cell = (column: ReturnType<typeof columnsOf>[number], role: 'supervisee' | 'supervisor') => {
    if (column.session === null) return t('time.table.noSession');
    const said = column.session[role];
    return said === null ? t('common.field.unset') : capital(saidInWords(text, said));
  };
  return (
    <Table
      caption={t('time.table.caption')}
      rows={columnsOf(time.slots)}
      rowKey={(column) => column.key}
      columns={[
        { key: 'date', title: t('time.table.date'), cell: (column) => columnTitle(text, column) },
        { key: 'supervisee', title: names.supervisee, cell: (column) => cell(column, 'supervisee') },
        { key: 'supervisor', title: names.supervisor, cell: (column) => cell(column, 'supervisor') },
      ]}
    />
  );
}

function capital(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
