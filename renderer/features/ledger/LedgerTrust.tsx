import type { Output } from '../../../shared/contract/index.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Disclosure, Loaded, Notice, Quiet, Stack, Table } from '../../ui/index.ts';

type State = Output<'ledger.state'>;

/** Whether the list is unchanged: by itself, and by the marks of it that others hold. A break is said at once. */
export function LedgerTrust() {
  const { t, formatDate, formatList } = useText();
  const state = useCall('ledger.state', {});
  const say = (one: State['sent'][number]) =>
    t(`ledger.trust.${one.standing === 'sent' ? 'waiting' : one.standing}`, {
      names: formatList(one.names),
      date: formatDate(one.at),
    });
  return (
    <Loaded call={state}>
      {({ brokenAt, sent, received }) => (
        <Stack>
          {brokenAt === null ? null : (
            <Notice tone="caution">{t('ledger.trust.broken', { number: brokenAt })}</Notice>
          )}
          {oldestGone(sent).map((one) => (
            <Notice key={`${one.at} ${one.names.join(' ')}`} tone="caution">
              {say(one)}
            </Notice>
          ))}
          <Disclosure title={t('ledger.trust.title')} level={2}>
            <Stack>
              {brokenAt === null ? <p>{t('ledger.trust.whole')}</p> : null}
              <Quiet>{t('ledger.trust.sent')}</Quiet>
              {sent.length === 0 ? <p>{t('ledger.trust.nobody')}</p> : null}
              {sent
                .filter((one) => one.standing !== 'gone')
                .map((one) => (
                  <p key={`${one.at} ${one.names.join(' ')}`}>{say(one)}</p>
                ))}
              {received.length === 0 ? null : <Received received={received} />}
            </Stack>
          </Disclosure>
        </Stack>
      )}
    </Loaded>
  );
}

/** What is gone is said once for the same people, with the day from which on nothing can be relied on. */
function oldestGone(sent: State['sent']): State['sent'] {
  const gone = sent.filter((one) => one.standing === 'gone').reverse();
  return gone.filter(
    (one, index) => gone.findIndex((other) => other.names.join(' ') === one.names.join(' ')) === index,
  );
}

function Received({ received }: { received: State['received'] }) {
  const { t } = useText();
  const newest = received.filter(
    (one, index) => received.findIndex((other) => other.identity === one.identity) === index,
  );
  return (
    <>
      <Marks caption={t('ledger.trust.received')} rows={newest} />
      <Quiet small>{t('ledger.trust.received.help')}</Quiet>
      {newest.length === received.length ? null : (
        <Disclosure title={t('ledger.trust.all')}>
          <Marks caption={t('ledger.trust.all')} rows={received} hideCaption />
        </Disclosure>
      )}
    </>
  );
}

function Marks(props: { caption: string; rows: State['received']; hideCaption?: boolean }) {
  const { t, formatDate } = useText();
  return (
    <Table
      caption={props.caption}
      hideCaption={props.hideCaption ?? false}
      columns={[
        { key: 'name', title: t('ledger.trust.person'), cell: (row) => row.name },
        { key: 'at', title: t('ledger.trust.came'), cell: (row) => formatDate(row.at) },
        { key: 'mark', title: t('ledger.trust.mark'), cell: (row) => row.mark },
      ]}
      rows={props.rows}
      rowKey={(row) => row.mark}
    />
  );
}
