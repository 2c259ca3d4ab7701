import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
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
  toast,
} from '../../ui/index.ts';
import { JoinDialog } from './JoinDialog.tsx';
import { PairCard } from './PairCard.tsx';

type Contact = Output<'contacts.list'>['contacts'][number];

/** The people I keep a joint record with, and how to join with someone new. */
export function PairsPage() {
  const { t } = useText();
  const pairs = useCall('pairs.list', {});
  const contacts = useCall('contacts.list', {});
  const [comparing, setComparing] = useState<Contact | null>(null);
  const swap = <SwapCards onTaken={setComparing} />;
  return (
    <Page title={t('pairs.title')} lead={t('pairs.lead')}>
      <Loaded call={pairs}>
        {(list) => (
          <Stack gap="loose">
            {list.pairs.length === 0 ? <EmptyState>{t('pairs.empty.text')}</EmptyState> : null}
            {list.pairs.map((pair) => (
              <PairCard key={pair.space} pair={pair} />
            ))}
            <Loaded call={contacts}>
              {({ contacts: all }) => (
                <Unconfirmed
                  contacts={all.filter((contact) => contact.state === 'unconfirmed')}
                  onCompare={setComparing}
                />
              )}
            </Loaded>
            {list.pairs.some((pair) => pair.me.role === 'supervisor') ? (
              <Row>
                <GoLink to="preparation" with={{}}>
                  {t('preparation.open')}
                </GoLink>
              </Row>
            ) : null}
            {list.pairs.length === 0 ? swap : null}
            <ToCircles />
            <Row>
              <GoLink to="phrasebook" with={{}}>
                {t('phrasebook.open')}
              </GoLink>
            </Row>
            {list.pairs.length === 0 ? null : swap}
          </Stack>
        )}
      </Loaded>
      {comparing === null ? null : <JoinDialog contact={comparing} onClose={() => setComparing(null)} />}
    </Page>
  );
}

/** The way to the circles, and who invites to one, in a quiet line: it can stay there unanswered. */
function ToCircles() {
  const { t } = useText();
  const { value } = useCall('circles.list', {});
  return (
    <Stack gap="close">
      <Row>
        <GoLink to="circles" with={{}}>
          {t('circles.open')}
        </GoLink>
      </Row>
      {value?.invitations.map(({ invite, from, name }) => (
        <Quiet key={invite}>{t('circles.invite.title', { from, name })}</Quiet>
      ))}
    </Stack>
  );
}

function Unconfirmed(props: { contacts: readonly Contact[]; onCompare: (contact: Contact) => void }) {
  const { t } = useText();
  if (props.contacts.length === 0) return null;
  return (
    <Card title={t('pairs.waiting.title')}>
      <Row>
        {props.contacts.map((contact) => (
          <Button key={contact.identity} onPress={() => props.onCompare(contact)}>
            {t('pairs.compare.title', { name: contact.name })}
          </Button>
        ))}
      </Row>
    </Card>
  );
}

function SwapCards(props: { onTaken: (contact: Contact) => void }) {
  const { t } = useText();
  const give = useAction(async () => {
    const { path } = await call('contacts.exportCard', { path: null });
    if (path !== null) toast(t('pairs.steps.mine.done'));
  });
  const take = useAction(async () => {
    const { contact } = await call('contacts.takeCard', { path: null });
    if (contact?.state === 'joined') toast(t('pairs.renewed.done', { name: contact.name }));
    else if (contact !== null) props.onTaken(contact);
  });
  return (
    <Card title={t('pairs.steps.title')}>
      <Stack>
        <h3>{t('pairs.steps.mine.title')}</h3>
        <Quiet>{t('pairs.steps.mine.text')}</Quiet>
        <Row>
          <Button onPress={() => void give.run()} isBusy={give.busy}>
            {t('pairs.steps.mine.button')}
          </Button>
        </Row>
        <FailureNotice error={give.error} />
        <h3>{t('pairs.steps.theirs.title')}</h3>
        <Quiet>{t('pairs.steps.theirs.text')}</Quiet>
        <Row>
          <Button onPress={() => void take.run()} isBusy={take.busy}>
            {t('pairs.steps.theirs.button')}
          </Button>
        </Row>
        <FailureNotice error={take.error} />
      </Stack>
    </Card>
  );
}
