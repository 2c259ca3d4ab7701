import { useState } from 'react';
import type { PhraseTeam, PhraseView } from '../../../shared/contract/phrases.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, FailureNotice, Quiet, Row, Stack, toast } from '../../ui/index.ts';
import { PhraseForm } from './PhraseForm.tsx';
import { PhraseWords } from './PhraseWords.tsx';
import { ShowPhrase } from './ShowPhrase.tsx';

/** One phrase, and what may be done with it: mine is changed, deleted, shown; what I showed is taken back. */
export function PhraseCard(props: { phrase: PhraseView; teams: readonly PhraseTeam[] }) {
  const { phrase } = props;
  const [isEditing, setEditing] = useState(false);
  if (isEditing) return <PhraseForm phrase={phrase} onDone={() => setEditing(false)} />;
  return (
    <Card>
      <Stack gap="close">
        <PhraseWords phrase={phrase} />
        <Origin phrase={phrase} />
        {phrase.space === null ? (
          <OwnButtons phrase={phrase} teams={props.teams} onEdit={() => setEditing(true)} />
        ) : phrase.mine ? (
          <TakeBack phrase={phrase} />
        ) : null}
      </Stack>
    </Card>
  );
}

function Origin({ phrase }: { phrase: PhraseView }) {
  const { t } = useText();
  const { space, by, from } = phrase;
  if (space !== null) {
    return (
      <Quiet small>{by === null ? t('phrasebook.said.mine') : t('phrasebook.said.by', { name: by })}</Quiet>
    );
  }
  return <Quiet small>{from === '' ? t('phrasebook.onlyYou') : t('phrasebook.mine.from', { from })}</Quiet>;
}

function OwnButtons(props: { phrase: PhraseView; teams: readonly PhraseTeam[]; onEdit: () => void }) {
  const { t } = useText();
  const { item, say } = props.phrase;
  const teams = props.teams.filter((team) => team.isOpen);
  const [isShowing, setShowing] = useState(false);
  const remove = useAction(async () => {
    await call('phrases.remove', { item });
    toast(t('phrasebook.deleted'), () => void call('phrases.restore', { item }).catch(() => undefined));
  });
  return (
    <>
      <Row>
        {teams.length === 0 ? null : (
          <Button label={t('phrasebook.show.label', { say })} onPress={() => setShowing(true)}>
            {t('phrasebook.show')}
          </Button>
        )}
        <Button kind="plain" label={t('phrasebook.edit.label', { say })} onPress={props.onEdit}>
          {t('common.edit')}
        </Button>
        <Button kind="plain" label={t('phrasebook.delete.label', { say })} onPress={() => void remove.run()}>
          {t('common.delete')}
        </Button>
      </Row>
      <FailureNotice error={remove.error} />
      {isShowing ? (
        <ShowPhrase phrase={props.phrase} teams={teams} onClose={() => setShowing(false)} />
      ) : null}
    </>
  );
}

function TakeBack({ phrase }: { phrase: PhraseView }) {
  const { t } = useText();
  const takeBack = useAction(() => call('phrases.takeBack', { item: phrase.item }));
  return (
    <>
      <Row>
        <Button
          kind="plain"
          label={t('phrasebook.takeBack.label', { say: phrase.say })}
          onPress={() => void takeBack.run()}
        >
          {t('phrasebook.takeBack')}
        </Button>
      </Row>
      <FailureNotice error={takeBack.error} />
    </>
  );
}
