import type { Output } from '../../../shared/contract/index.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import {
  Button,
  Card,
  EmptyState,
  FailureNotice,
  GoLink,
  Loaded,
  Page,
  Quiet,
  Row,
  Stack,
  Words,
} from '../../ui/index.ts';
import { FindWords } from './FindWords.tsx';
import { AsThird } from './third/AsThird.tsx';
import { WiderList } from './WiderList.tsx';

type Lists = Output<'ruptures.list'>;

/** Ruptures: those I alone know of, and those that were named between two. No figure anywhere. */
export function RepairPage() {
  const { t } = useText();
  const lists = useCall('ruptures.list', {});
  const notice = useAction(async () => {
    const { item } = await call('ruptures.notice', {});
    go('rupture', { id: item });
  });
  return (
    <Page
      title={t('ruptures.title')}
      lead={t('ruptures.lead')}
      action={
        <Button kind="primary" onPress={() => void notice.run()} isBusy={notice.busy}>
          {t('ruptures.notice')}
        </Button>
      }
    >
      <FailureNotice error={notice.error} />
      <Loaded call={lists}>
        {({ noticed, shared }) => (
          <Stack gap="loose">
            <Row>
              <GoLink to="practice" with={{}}>
                {t('practice.open')}
              </GoLink>
            </Row>
            <Shared shared={shared} />
            <AsThird />
            <Noticed noticed={noticed} />
            <WiderList />
            <Row>
              <FindWords about={null} />
            </Row>
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Shared({ shared }: { shared: Lists['shared'] }) {
  const { t } = useText();
  return (
    <Stack gap="close">
      <h2>{t('ruptures.shared.title')}</h2>
      {shared.length === 0 ? (
        <EmptyState>
          <p>{t('ruptures.shared.empty')}</p>
        </EmptyState>
      ) : null}
      {shared.map(({ item, other, stage, paused, namedByMe }) => (
        <Card key={item}>
          <h3>{t('ruptures.list.with', { name: other })}</h3>
          <p>{paused ? t('ruptures.pause.resting') : t(`ruptures.stage.${stage}`)}</p>
          {stage === 'named' && !paused ? (
            <Quiet>{t(namedByMe ? 'ruptures.list.namedByMe' : 'ruptures.list.namedByOther')}</Quiet>
          ) : null}
          <GoLink to="rupture" with={{ id: item }}>
            {t('ruptures.list.open')}
          </GoLink>
        </Card>
      ))}
    </Stack>
  );
}

function Noticed({ noticed }: { noticed: Lists['noticed'] }) {
  const { t, formatDate } = useText();
  return (
    <Stack gap="close">
      <h2>{t('ruptures.mine.title')}</h2>
      {noticed.length === 0 ? (
        <EmptyState>
          <p>{t('ruptures.mine.empty')}</p>
        </EmptyState>
      ) : null}
      {noticed.map((note) => (
        <Card key={note.item}>
          <h3>{t('ruptures.list.noticed', { date: formatDate(note.noticedOn) })}</h3>
          {note.what === '' ? <Quiet>{t('ruptures.list.untitled')}</Quiet> : <Words>{note.what}</Words>}
          <GoLink to="rupture" with={{ id: note.item }}>
            {t('ruptures.list.open')}
          </GoLink>
        </Card>
      ))}
    </Stack>
  );
}
