import { useCall } from '../../api.ts';
import { shortcuts } from '../../frame/useShortcuts.ts';
import { useText } from '../../i18n.ts';
import { Card, GoLink, Lines, Page, Stack, Table } from '../../ui/index.ts';
import { CareSources } from './CareSources.tsx';

/** What to do at risk now, the limits, the law, the ways past a supervisor, and the keys. The same for everyone. */
export function HelpPage() {
  const { t } = useText();
  return (
    <Page title={t('help.title')} lead={t('help.lead')}>
      <Card title={t('help.now.title')}>
        <p>{t('help.now.1')}</p>
        <p>{t('help.now.2')}</p>
        <p>{t('help.now.3')}</p>
      </Card>
      <OwnTexts />
      <CareSources />
      <Card title={t('help.private.title')}>
        <p>{t('help.private.1')}</p>
        <p>{t('help.private.2')}</p>
        <p>{t('help.private.3')}</p>
      </Card>
      <Card title={t('help.law.title')}>
        <p>{t('help.law.1')}</p>
        <p>{t('help.law.2')}</p>
        <p>{t('help.law.3')}</p>
      </Card>
      <Card title={t('help.limits.title')}>
        <p>{t('help.limits.1')}</p>
        <p>{t('help.limits.2')}</p>
        <p>{t('help.limits.3')}</p>
      </Card>
      <Card title={t('help.routes.title')}>
        <p>{t('help.routes.1')}</p>
        <p>{t('help.routes.2')}</p>
        <p>{t('help.routes.3')}</p>
      </Card>
      <FormalRoutes />
      <Keys />
    </Page>
  );
}

function FormalRoutes() {
  const { t } = useText();
  const { value } = useCall('settings.get', {});
  return (
    <Card title={t('help.formal.title')}>
      <Lines>{value?.formalRoutes ?? t('help.default.formalRoutes')}</Lines>
    </Card>
  );
}

function OwnTexts() {
  const { t } = useText();
  const { value } = useCall('settings.get', {});
  return (
    <Card
      title={t('help.yours')}
      action={
        <GoLink to="settings" with={{}}>
          {t('help.settings')}
        </GoLink>
      }
    >
      <Stack gap="close">
        <p>{value?.helpLine ?? t('help.default.helpLine')}</p>
        <p>{value?.limits ?? t('help.default.limits')}</p>
        <p>{value?.routePast ?? t('help.default.routePast')}</p>
      </Stack>
    </Card>
  );
}

function Keys() {
  const { t } = useText();
  const keys = [
    { key: shortcuts.episode.shown, what: t('help.keys.episode') },
    { key: shortcuts.corridor.shown, what: t('help.keys.corridor') },
    { key: shortcuts.find.shown, what: t('help.keys.find') },
    { key: '/', what: t('help.keys.slash') },
    { key: shortcuts.lock.shown, what: t('help.keys.lock') },
    { key: shortcuts.hide.shown, what: t('help.keys.hide') },
    { key: t('help.keys.space'), what: t('help.keys.veil') },
  ];
  return (
    <Card title={t('help.keys.title')}>
      <p>{t('help.keys.lead')}</p>
      <Table
        caption={t('help.keys.title')}
        hideCaption
        rows={keys}
        rowKey={(row) => row.key}
        columns={[
          { key: 'key', title: t('help.keys.key'), cell: (row) => <kbd>{row.key}</kbd> },
          { key: 'what', title: t('help.keys.what'), cell: (row) => row.what },
        ]}
      />
    </Card>
  );
}
