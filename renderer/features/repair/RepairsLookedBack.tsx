import type { RepairsLookedBack as LookedBack } from '../../../shared/model/repairsLookedBack.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Card, GoLink, Loaded, Quiet, Stack, Words } from '../../ui/index.ts';

type Behind = LookedBack['repairs'][number];

/** Looking back over repairs: what they touched, how they were mended, what came back. For me alone. */
export function RepairsLookedBack() {
  const { t, formatList } = useText();
  const lookedBack = useCall('ruptures.lookBack', {});
  return (
    <Card title={t('ruptures.lookBack.title')}>
      <Loaded call={lookedBack}>
        {({ repairs, touched, days }) => (
          <Stack>
            <Quiet>{t('ruptures.lookBack.lead')}</Quiet>
            {repairs.length === 0 ? <p>{t('ruptures.lookBack.none')}</p> : null}
            {touched.length === 0 ? null : (
              <p>
                {t('ruptures.lookBack.touched', {
                  what: formatList(touched.map((touch) => t(`ruptures.touch.${touch}`))),
                })}
              </p>
            )}
            <Group title={t('ruptures.lookBack.settled')} repairs={ofState(repairs, true)} />
            <Group title={t('ruptures.lookBack.open')} repairs={ofState(repairs, false)} />
            {repairs.length === 0 ? null : <Days days={days} />}
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}

function ofState(repairs: readonly Behind[], isSettled: boolean): Behind[] {
  return repairs.filter(({ state }) => (state === 'settled') === isSettled);
}

function Group({ title, repairs }: { title: string; repairs: readonly Behind[] }) {
  if (repairs.length === 0) return null;
  return (
    <Stack gap="close">
      <h3>{title}</h3>
      <ul>
        {repairs.map((repair) => (
          <li key={repair.rupture}>
            <OneRepair repair={repair} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function OneRepair({ repair }: { repair: Behind }) {
  const { t, formatList } = useText();
  const { rupture, other, touches, mended, cameBack, state } = repair;
  const latest = mended.at(-1);
  return (
    <Stack gap="close">
      <GoLink to="rupture" with={{ id: rupture }}>
        {t('ruptures.list.with', { name: other })}
      </GoLink>
      {state === 'resting' ? <p>{t('ruptures.stage.resting')}</p> : null}
      {touches.length === 0 ? null : (
        <p>
          {t('ruptures.lookBack.touches', {
            what: formatList(touches.map((touch) => t(`ruptures.touch.${touch}`))),
          })}
        </p>
      )}
      {latest === undefined ? null : (
        <p>
          {t(state === 'settled' ? 'ruptures.lookBack.mended' : 'ruptures.lookBack.mendedBefore', {
            mine: t(`ruptures.settle.${latest.mine}`),
            name: other,
            theirs: t(`ruptures.settle.${latest.theirs}`),
          })}
        </p>
      )}
      {cameBack.length === 0 ? null : <p>{t('ruptures.lookBack.cameBack')}</p>}
      {cameBack
        .filter(({ words }) => words !== '')
        .map(({ byMe, words }) => (
          <Stack key={`${byMe} ${words}`} gap="close">
            <Quiet>{byMe ? t('ruptures.lookBack.iWrote') : t('ruptures.reopen.says', { name: other })}</Quiet>
            <Words>{words}</Words>
          </Stack>
        ))}
    </Stack>
  );
}

/** A range, never a mean and never a target; nothing at all while it would point at one of them. */
function Days({ days }: { days: LookedBack['days'] }) {
  const { t } = useText();
  if (days === null) return <Quiet>{t('ruptures.lookBack.tooFew')}</Quiet>;
  const { from, to } = days;
  const upTo = t('ruptures.lookBack.days', { count: to });
  return (
    <Stack gap="close">
      <p>
        {from === to
          ? t('ruptures.lookBack.same', { to: upTo })
          : t('ruptures.lookBack.range', { from, to: upTo })}
      </p>
      <Quiet small>{t('ruptures.lookBack.how')}</Quiet>
    </Stack>
  );
}
