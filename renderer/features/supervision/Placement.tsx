import type { Output } from '../../../shared/contract/index.ts';
import type { Role } from '../../../shared/model/member.ts';
import { placements, type Where } from '../../../shared/model/placement.ts';
import { call, useAction, useCall, useChoice } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Choices,
  Disclosure,
  FailureNotice,
  Notice,
  Quiet,
  Row,
  Stack,
  VoicePair,
} from '../../ui/index.ts';
import { otherRole, useSession } from './sessionContext.ts';

type Placed = Output<'placements.get'>;

/**
 * Where a session or a decision stood: to, for, with, not. Each places it alone; both are shown together or not at all.
 * Never on a shared screen: blind means alone.
 */
export function Placement(props: { subject: string; level: 3 | 4 }) {
  const { page } = useSession();
  if (page.together) return null;
  return <PlacementAlone {...props} />;
}

function PlacementAlone({ subject, level }: { subject: string; level: 3 | 4 }) {
  const { t } = useText();
  const { page, nameOf } = useSession();
  const { value } = useCall('placements.get', { subject });
  if (value === undefined || !value.isOn) return null;
  const name = nameOf(otherRole(page.me));
  return (
    <Disclosure title={t('choices.placement.title')} level={level}>
      <Stack>
        <Quiet>{t('choices.placement.how')}</Quiet>
        {value.isTheirsIgnored ? (
          <Notice tone="caution">{t('choices.placement.ignored', { name })}</Notice>
        ) : null}
        {value.isMineOutdated ? <Notice>{t('choices.placement.outdated', { name })}</Notice> : null}
        {value.revealed === null ? (
          <Mine placed={value} subject={subject} name={name} />
        ) : (
          <Both revealed={value.revealed} subject={subject} />
        )}
        <Quiet small>{t('choices.placement.limits')}</Quiet>
      </Stack>
    </Disclosure>
  );
}

function Mine(props: { placed: Placed; subject: string; name: string }) {
  const { t } = useText();
  const { subject, name } = props;
  const { mine } = props.placed;
  const save = useChoice((where: Where | null) => call('placements.save', { subject, where }));
  const seal = useAction(() => call('placements.seal', { subject }));
  const takeBack = useTakeBack(subject);
  if (mine?.isSealed) {
    return (
      <>
        <p>{t('choices.placement.sealed', { where: t(`choices.where.${mine.where}`) })}</p>
        <Quiet>{t('choices.placement.opens', { name })}</Quiet>
        {takeBack}
      </>
    );
  }
  return (
    <>
      <Choices<Where>
        label={t('choices.placement.mine')}
        layout="list"
        value={mine?.where ?? null}
        onChange={(where) => void save.run(where)}
        options={placements.map((where) => ({
          value: where,
          label: `${t(`choices.where.${where}`)}.`,
          description: t(`choices.where.${where}.what`),
        }))}
        clear={{ label: t('choices.placement.forget'), onClear: () => void save.run(null) }}
      />
      {mine === null ? null : (
        <>
          <Quiet>{t('choices.placement.private')}</Quiet>
          <Row>
            <Button onPress={() => void seal.run()} isBusy={seal.busy}>
              {t('choices.placement.seal', { name })}
            </Button>
          </Row>
        </>
      )}
      <FailureNotice error={save.error ?? seal.error} />
    </>
  );
}

function Both(props: { revealed: NonNullable<Placed['revealed']>; subject: string }) {
  const { t } = useText();
  const { nameOf } = useSession();
  const takeBack = useTakeBack(props.subject);
  const side = (role: Role) => {
    const where = props.revealed[role];
    return {
      name: nameOf(role),
      children: (
        <>
          <p>
            <strong>{t(`choices.where.${where}`)}</strong>
          </p>
          <Quiet>{t(`choices.where.${where}.what`)}</Quiet>
        </>
      ),
    };
  };
  return (
    <>
      <VoicePair supervisee={side('supervisee')} supervisor={side('supervisor')} />
      {takeBack}
    </>
  );
}

function useTakeBack(subject: string) {
  const { t } = useText();
  const takeBack = useAction(() => call('placements.takeBack', { subject }));
  return (
    <>
      <Row>
        <Button kind="plain" onPress={() => void takeBack.run()} isBusy={takeBack.busy}>
          {t('sessions.takeBack')}
        </Button>
      </Row>
      <FailureNotice error={takeBack.error} />
    </>
  );
}
