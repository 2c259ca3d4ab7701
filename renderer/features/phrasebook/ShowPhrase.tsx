import { useState } from 'react';
import type { PhraseTeam, PhraseView } from '../../../shared/contract/phrases.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, Dialog, FailureNotice, Select, Stack, toast } from '../../ui/index.ts';
import { PhraseWords } from './PhraseWords.tsx';

/** Showing a phrase to a person or a circle: exactly what goes, and to whom. */
export function ShowPhrase(props: { phrase: PhraseView; teams: readonly PhraseTeam[]; onClose: () => void }) {
  const { t, formatList } = useText();
  const { phrase, teams, onClose } = props;
  const [space, setSpace] = useState<string | null>(teams.length === 1 ? (teams[0]?.space ?? null) : null);
  const team = teams.find((one) => one.space === space);
  const show = useAction(async () => {
    if (space === null) return;
    await call('phrases.show', { item: phrase.item, space });
    onClose();
    toast(t('phrasebook.shown'));
  });
  return (
    <Dialog
      title={t('phrasebook.show.title')}
      onClose={onClose}
      buttons={
        <>
          <Button
            kind="primary"
            onPress={() => void show.run()}
            isBusy={show.busy}
            isDisabled={team === undefined}
          >
            {t('phrasebook.show.do')}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <Stack>
        <Select
          label={t('phrasebook.show.where')}
          value={space}
          onChange={setSpace}
          options={teams.map((one) => ({ value: one.space, label: one.name }))}
        />
        {team === undefined ? null : <p>{t('phrasebook.show.exactly', { names: formatList(team.names) })}</p>}
        <Card>
          <PhraseWords phrase={phrase} />
        </Card>
        <FailureNotice error={show.error} />
      </Stack>
    </Dialog>
  );
}
