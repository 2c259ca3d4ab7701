import { useState } from 'react';
import { useText } from '../i18n.ts';
import { Button, Quiet, Row, Stack, Table } from '../ui/index.ts';

const rowsAtOnce = 50;

/** All rows of a chart, newest first as they come, fifty at a time: however many there are, each can be reached. */
export function PagedTable<R>(props: Parameters<typeof Table<R>>[0]) {
  const { t } = useText();
  const { rows } = props;
  const [from, setFrom] = useState(0);
  const start = Math.min(from, Math.max(0, rows.length - 1));
  const shown = rows.slice(start, start + rowsAtOnce);
  return (
    <Stack gap="close">
      <Table {...props} rows={shown} />
      {rows.length <= rowsAtOnce ? null : (
        <Row>
          <Button onPress={() => setFrom(Math.max(0, start - rowsAtOnce))} isDisabled={start === 0}>
            {t('charts.table.before')}
          </Button>
          <Button onPress={() => setFrom(start + rowsAtOnce)} isDisabled={start + rowsAtOnce >= rows.length}>
            {t('charts.table.after')}
          </Button>
          <div role="status">
            <Quiet>
              {t('charts.table.part', { from: start + 1, to: start + shown.length, all: rows.length })}
            </Quiet>
          </div>
        </Row>
      )}
    </Stack>
  );
}
