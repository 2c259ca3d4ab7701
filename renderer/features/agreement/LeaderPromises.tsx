import { useState } from 'react';
import type { LeaderPromiseBody } from '../../../shared/model/agreement.ts';
import type { AgreementView } from '../../../shared/model/agreementView.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Card,
  DateField,
  FailureNotice,
  Quiet,
  Row,
  Stack,
  TextArea,
  TextField,
  Words,
} from '../../ui/index.ts';
import { useDraft } from '../../useDraft.ts';
import { type DraftOf, draftsOfKind, useAgreement } from './agreementContext.ts';
import { promisedBy } from './promisedBy.ts';
import { ShowBar } from './ShowBar.tsx';

const empty: LeaderPromiseBody = { text: '', by: '', role: '', on: null };

/** What this record is never used for, as a leader promised it. When nobody has, the page says so. */
export function LeaderPromises() {
  const { t } = useText();
  const { page, isSigned } = useAgreement();
  const drafts = draftsOfKind(page, 'leaderPromise');
  const enter = useAction(() =>
    call('agreements.savePromise', { agreement: page.agreement, item: null, ...empty }),
  );
  return (
    <Card title={t('agreement.never.title')}>
      <PromisesRead view={page.view} names={page.names} mayTakeBack={!isSigned} />
      {isSigned ? null : (
        <Stack>
          <Quiet>{t('agreement.never.help')}</Quiet>
          {drafts.map((draft) => (
            <WritePromise key={draft.item} draft={draft} />
          ))}
          {drafts.length > 0 ? null : (
            <Row>
              <Button onPress={() => void enter.run()} isBusy={enter.busy}>
                {t('agreement.never.enter')}
              </Button>
            </Row>
          )}
          <FailureNotice error={enter.error} />
        </Stack>
      )}
    </Card>
  );
}

export function PromisesRead(props: {
  view: AgreementView;
  names: { supervisee: string; supervisor: string };
  mayTakeBack?: boolean;
}) {
  const text = useText();
  const { t } = text;
  const { view, names } = props;
  if (view.leaderPromises.length === 0) return <p>{t('agreement.never.none')}</p>;
  return (
    <Stack>
      {view.leaderPromises.map((promise) => (
        <Stack key={promise.item} gap="close">
          <Words>{promise.text}</Words>
          <p>{promisedBy(text, promise)}</p>
          <Row>
            <Quiet small>{t('agreement.never.enteredBy', { name: names[promise.enteredBy] })}</Quiet>
            {props.mayTakeBack ? <TakeBack item={promise.item} role={promise.enteredBy} /> : null}
          </Row>
        </Stack>
      ))}
    </Stack>
  );
}

function TakeBack({ item, role }: { item: string; role: 'supervisee' | 'supervisor' }) {
  const { t } = useText();
  const { page } = useAgreement();
  const [isGone, setGone] = useState(false);
  const takeBack = useAction(async () => {
    await call('agreements.takeBack', { item });
    setGone(true);
  });
  if (role !== page.me || isGone) return null;
  return (
    <>
      <Button kind="plain" onPress={() => void takeBack.run()} isBusy={takeBack.busy}>
        {t('agreement.takeBack')}
      </Button>
      <FailureNotice error={takeBack.error} />
    </>
  );
}

function WritePromise({ draft }: { draft: DraftOf<'leaderPromise'> }) {
  const { t } = useText();
  const { page } = useAgreement();
  const { agreement } = page;
  const { item } = draft;
  const writing = useDraft<'agreements.savePromise', LeaderPromiseBody>({
    key: `agreement:promise:${item}`,
    method: 'agreements.savePromise',
    initial: draft.body,
    toInput: (value) => ({ agreement, item, ...value }),
  });
  const { value, change } = writing;
  return (
    <Stack>
      <TextArea
        label={t('agreement.never.text')}
        wide
        writing
        value={value.text}
        onChange={(text) => change({ text })}
        maxLength={5_000}
      />
      <TextField
        label={t('agreement.never.by')}
        value={value.by}
        onChange={(by) => change({ by })}
        maxLength={200}
      />
      <TextField
        label={t('agreement.never.role')}
        value={value.role}
        onChange={(role) => change({ role })}
        maxLength={200}
      />
      <DateField label={t('agreement.never.on')} value={value.on} onChange={(on) => change({ on })} />
      <ShowBar draft={draft} autosave={writing.autosave} onClose={null} />
    </Stack>
  );
}
