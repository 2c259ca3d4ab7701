import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { promiseStates } from '../../../shared/model/session.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Card, Choices, GoLink, Loaded, Page, Quiet, Stack } from '../../ui/index.ts';
import { MarkPromise } from './MarkPromise.tsx';
import styles from './Session.module.css';

type Promised = Output<'promises.list'>['promises'][number];
type Whose = 'both' | 'mine' | 'theirs';
type State = 'any' | Promised['state'];

/** Every promise of a pair, both ways and across sessions: open ones first, then what became of the others. Nothing is counted. */
export function PromisesPage({ id }: { id: string }) {
  const { t } = useText();
  const pair = useCall('pairs.get', { space: id });
  const promises = useCall('promises.list', { space: id, openOnly: false });
  const [whose, setWhose] = useState<Whose>('both');
  const [state, setState] = useState<State>('any');
  return (
    <Loaded call={pair}>
      {({ me, other }) => (
        <Page
          title={t('promises.title', { name: other.name })}
          lead={t('promises.lead')}
          above={
            <GoLink to="pair" with={{ id }}>
              {t('sessions.pair.title', { name: other.name })}
            </GoLink>
          }
        >
          <Stack gap="loose">
            <Stack>
              <Choices<Whose>
                label={t('promises.whose')}
                value={whose}
                onChange={setWhose}
                options={[
                  { value: 'both', label: t('promises.whose.both') },
                  { value: 'mine', label: me.name },
                  { value: 'theirs', label: other.name },
                ]}
              />
              <Choices<State>
                label={t('promises.state')}
                value={state}
                onChange={setState}
                options={[
                  { value: 'any', label: t('promises.state.any') },
                  ...promiseStates.map((one) => ({ value: one, label: t(`promises.state.${one}`) })),
                ]}
              />
            </Stack>
            <Loaded call={promises}>
              {(list) => {
                const found = list.promises.filter(
                  (one) =>
                    (whose === 'both' || one.mine === (whose === 'mine')) &&
                    (state === 'any' || one.state === state),
                );
                const open = found.filter((one) => one.state === 'open');
                const settled = found.filter((one) => one.state !== 'open');
                if (found.length === 0) return <p>{t('promises.none')}</p>;
                return (
                  <>
                    <Part title={t('promises.open')} promises={open} />
                    <Part title={t('promises.settled')} promises={settled} />
                  </>
                );
              }}
            </Loaded>
          </Stack>
        </Page>
      )}
    </Loaded>
  );
}

function Part(props: { title: string; promises: readonly Promised[] }) {
  if (props.promises.length === 0) return null;
  return (
    <Card title={props.title}>
      <ul className={styles.plain}>
        {props.promises.map((promise) => (
          <li key={promise.item} className={styles.said}>
            <OnePromise promise={promise} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function OnePromise({ promise }: { promise: Promised }) {
  const { t, formatDate } = useText();
  const { ownerName, text, due, state, why, session, madeOn, saidOn } = promise;
  return (
    <>
      <p className={styles.kept}>
        <strong>{ownerName}:</strong> {text}
      </p>
      {due === null ? null : <Quiet>{t('sessions.promise.by', { date: formatDate(due) })}</Quiet>}
      {state === 'open' ? null : (
        <p className={styles.kept}>
          {t(`promises.state.${state}`)}
          {why.trim() === '' ? '' : `: ${why}`}
        </p>
      )}
      <Quiet small>
        <GoLink to="session" with={{ id: session }}>
          {t('promises.madeOn', { date: formatDate(madeOn) })}
        </GoLink>
        {saidOn === null || state === 'open'
          ? null
          : ` · ${t('promises.saidOn', { date: formatDate(saidOn) })}`}
      </Quiet>
      {promise.mine ? <MarkPromise item={promise.item} session={null} state={state} /> : null}
    </>
  );
}
