import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n.ts';
import { Choices, Page, Quiet, Stack, TextField } from '../../ui/index.ts';
import { Results } from './Results.tsx';

/** Full-text search over private pages, while one types. */
export function FindPage(props: { query?: string }) {
  const { t } = useText();
  const [typed, setTyped] = useState(props.query ?? '');
  const [order, setOrder] = useState<'newest' | 'best'>('newest');
  const field = useRef<HTMLInputElement>(null);
  const query = useDeferredValue(typed);
  useEffect(() => field.current?.focus(), []);
  return (
    <Page title={t('find.title')} focusTitle={false}>
      <Stack>
        <TextField
          ref={field}
          type="search"
          label={t('find.field')}
          description={t('find.help')}
          value={typed}
          onChange={setTyped}
          maxLength={500}
        />
        <Choices
          label={t('find.order')}
          value={order}
          onChange={setOrder}
          options={[
            { value: 'newest', label: t('find.newest') },
            { value: 'best', label: t('find.best') },
          ]}
        />
      </Stack>
      {query.trim() === '' ? null : <Results query={query} order={order} />}
      <Quiet small>{t('find.where')}</Quiet>
      <Quiet>{t('pages.private')}</Quiet>
    </Page>
  );
}
