import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { PhraseView } from '../../../shared/contract/phrases.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, EmptyState, FailureNotice, GoLink, Loaded, Page, Row, Stack } from '../../ui/index.ts';
import { GiveDialog } from './GiveDialog.tsx';
import { PhraseCard } from './PhraseCard.tsx';
import { PhraseForm } from './PhraseForm.tsx';
import { type PhraseFile, TakeInDialog } from './TakeInDialog.tsx';

type Lists = Output<'phrases.list'>;

/** The words a team wants to share: mine, and those of each pair and circle, each brought by somebody. */
export function PhrasebookPage() {
  const { t } = useText();
  const lists = useCall('phrases.list', {});
  const [isWriting, setWriting] = useState(false);
  const [isGiving, setGiving] = useState(false);
  const [file, setFile] = useState<PhraseFile | null>(null);
  const read = useAction(async () => setFile((await call('phrases.read', { path: null })).file));
  return (
    <Page
      title={t('phrasebook.title')}
      lead={t('phrasebook.lead')}
      above={
        <GoLink to="supervision" with={{}}>
          {t('pairs.title')}
        </GoLink>
      }
      action={
        isWriting ? null : (
          <Button kind="primary" onPress={() => setWriting(true)}>
            {t('phrasebook.new')}
          </Button>
        )
      }
    >
      {isWriting ? <PhraseForm phrase={null} onDone={() => setWriting(false)} /> : null}
      <Loaded call={lists}>
        {(value) => (
          <Stack gap="loose">
            <Phrasebooks lists={value} />
            <Row>
              {value.phrases.length === 0 ? null : (
                <Button onPress={() => setGiving(true)}>{t('phrasebook.out.open')}</Button>
              )}
              <Button onPress={() => void read.run()} isBusy={read.busy}>
                {t('phrasebook.in.open')}
              </Button>
            </Row>
            <FailureNotice error={read.error} />
            {isGiving ? <GiveDialog phrases={value.phrases} onClose={() => setGiving(false)} /> : null}
          </Stack>
        )}
      </Loaded>
      {file === null ? null : <TakeInDialog file={file} onClose={() => setFile(null)} />}
    </Page>
  );
}

function Phrasebooks({ lists }: { lists: Lists }) {
  const { t } = useText();
  const { phrases, teams } = lists;
  if (phrases.length === 0) {
    return (
      <EmptyState>
        <p>{t('phrasebook.empty')}</p>
      </EmptyState>
    );
  }
  const bySpace = Map.groupBy(phrases, (one) => one.space);
  const books = [
    { title: t('phrasebook.mine.title'), phrases: bySpace.get(null) ?? [] },
    ...teams.map(({ space, name }) => ({
      title: t('phrasebook.in.title', { name }),
      phrases: bySpace.get(space) ?? [],
    })),
  ];
  return books
    .filter((book) => book.phrases.length > 0)
    .map((book) => <Book key={book.title} title={book.title} phrases={book.phrases} lists={lists} />);
}

function Book(props: { title: string; phrases: readonly PhraseView[]; lists: Lists }) {
  return (
    <Stack gap="close">
      <h2>{props.title}</h2>
      {props.phrases.map((phrase) => (
        <PhraseCard key={phrase.item} phrase={phrase} teams={props.lists.teams} />
      ))}
    </Stack>
  );
}
