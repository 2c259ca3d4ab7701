import { useState } from 'react';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Checkbox, Dialog, Loaded, Quiet, Select, Stack } from '../../ui/index.ts';
import styles from './Session.module.css';

/** Lines of a private page, copied into words of my own. Where they came from stays here, and nothing leaves until Show. */
export function OfferLine(props: { onChosen: (lines: readonly string[]) => void; onClose: () => void }) {
  const { t, formatDate } = useText();
  const pages = useCall('pages.list', { before: null, upTo: null, limit: 100 });
  const [page, setPage] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<number, string>>(new Map());
  const lines = [...chosen].sort(([a], [b]) => a - b).map(([, text]) => text);
  return (
    <Dialog
      title={t('sessions.offer.title')}
      onClose={props.onClose}
      buttons={
        <>
          <Button kind="primary" onPress={() => props.onChosen(lines)} isDisabled={lines.length === 0}>
            {t('sessions.offer.add')}
          </Button>
          <Button onPress={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <Quiet>{t('sessions.offer.help')}</Quiet>
      <Loaded call={pages}>
        {({ pages: rows }) =>
          rows.length === 0 ? (
            <p>{t('sessions.offer.none')}</p>
          ) : (
            <Select
              label={t('sessions.offer.page')}
              value={page}
              placeholder={t('sessions.offer.choosePage')}
              onChange={(item) => {
                setPage(item);
                setChosen(new Map());
              }}
              options={rows.map((row) => ({
                value: row.item,
                label: `${formatDate(row.date)} · ${row.title || row.excerpt.slice(0, 60)}`,
              }))}
            />
          )
        }
      </Loaded>
      {page === null ? null : <Lines page={page} chosen={chosen} onChange={setChosen} />}
    </Dialog>
  );
}

function Lines(props: {
  page: string;
  chosen: ReadonlyMap<number, string>;
  onChange: (chosen: ReadonlyMap<number, string>) => void;
}) {
  const { t } = useText();
  const lines = useCall('pages.lines', { item: props.page });
  return (
    <Loaded call={lines}>
      {(page) => (
        <fieldset className={styles.lines}>
          <legend>{t('sessions.offer.lines')}</legend>
          <Stack gap="close">
            {page.lines.map((line) => (
              <Checkbox
                key={line.index}
                isSelected={props.chosen.has(line.index)}
                onChange={(isSelected) => {
                  const next = new Map(props.chosen);
                  if (isSelected) next.set(line.index, line.text);
                  else next.delete(line.index);
                  props.onChange(next);
                }}
              >
                {line.text}
              </Checkbox>
            ))}
          </Stack>
        </fieldset>
      )}
    </Loaded>
  );
}
