import { useMemo } from 'react';
import { parseQuery } from '../../../shared/search/query.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { GoLink, Loaded, Notice, Page } from '../../ui/index.ts';
import { PageEditor } from './PageEditor.tsx';

/** One private page, to write and to read. `find`: the words that led here, to be marked. */
export function PagePage(props: { id: string; find?: string }) {
  const { t, language, formatDate } = useText();
  const page = useCall('pages.get', { item: props.id });
  const find = useMemo(
    () => (props.find === undefined ? null : parseQuery(props.find, language)),
    [props.find, language],
  );
  const back = (
    <GoLink to="pages" with={{}}>
      {t('pages.back')}
    </GoLink>
  );
  return (
    <Loaded call={page}>
      {(value) =>
        value.removedAt === null ? (
          <PageEditor key={value.item} page={value} back={back} find={find} />
        ) : (
          <Page title={formatDate(value.body.date)} above={back}>
            <Notice>{t('pages.gone')}</Notice>
          </Page>
        )
      }
    </Loaded>
  );
}
