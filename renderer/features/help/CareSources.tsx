import type { CareSourceView } from '../../../shared/contract/care.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Card, GoLink, Loaded, Quiet, Stack } from '../../ui/index.ts';

/** Whom the person said they can turn to, as they wrote it down in Settings. Nothing in the journal changes it. */
export function CareSources() {
  const { t } = useText();
  const care = useCall('care.list', {});
  return (
    <Card
      title={t('care.title')}
      action={
        <GoLink to="settings" with={{}}>
          {t('care.settings')}
        </GoLink>
      }
    >
      <Loaded call={care}>
        {({ sources }) => (
          <Stack>
            {sources.length === 0 ? <Quiet>{t('care.none')}</Quiet> : null}
            <Group whose="mine" sources={sources} />
            <Group whose="organisation" sources={sources} />
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}

function Group(props: { whose: CareSourceView['whose']; sources: readonly CareSourceView[] }) {
  const { t } = useText();
  const sources = props.sources.filter((source) => source.whose === props.whose);
  if (sources.length === 0) return null;
  return (
    <Stack gap="close">
      <h3>{t(`care.whose.${props.whose}`)}</h3>
      {sources.map(({ item, name, reach, when }) => (
        <div key={item}>
          <p>
            <strong>{name}</strong>
            {reach === '' ? '' : ` · ${reach}`}
          </p>
          {when === '' ? null : <Quiet>{when}</Quiet>}
        </div>
      ))}
    </Stack>
  );
}
