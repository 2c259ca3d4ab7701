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
  Quiet,
  Row,
  Stack,
  Words,
} from '../../ui/index.ts';

/** Ruptures in a team, with a family or between agencies: mine alone, under their own heading. */
export function WiderList() {
  const { t, formatDate } = useText();
  const list = useCall('widerRuptures.list', {});
  const begin = useAction(async () => {
    const { item } = await call('widerRuptures.begin', {});
    go('widerRupture', { id: item });
  });
  return (
    <Stack gap="close">
      <h2>{t('widerRuptures.list.title')}</h2>
      <Loaded call={list}>
        {({ records }) => (
          <Stack>
            {records.length === 0 ? (
              <EmptyState>
                <p>{t('widerRuptures.list.empty')}</p>
              </EmptyState>
            ) : null}
            {records.map(({ item, setting, noticedOn, what, state }) => (
              <Card key={item}>
                <h3>
                  {setting === null
                    ? t('ruptures.list.noticed', { date: formatDate(noticedOn) })
                    : t(`widerRuptures.setting.${setting}`)}
                </h3>
                {state === 'open' ? null : <p>{t(`widerRuptures.state.${state}`)}</p>}
                {what === '' ? <Quiet>{t('ruptures.list.untitled')}</Quiet> : <Words>{what}</Words>}
                <GoLink to="widerRupture" with={{ id: item }}>
                  {t('ruptures.list.open')}
                </GoLink>
              </Card>
            ))}
          </Stack>
        )}
      </Loaded>
      <Row>
        <Button onPress={() => void begin.run()} isBusy={begin.busy}>
          {t('widerRuptures.begin')}
        </Button>
      </Row>
      <FailureNotice error={begin.error} />
    </Stack>
  );
}
