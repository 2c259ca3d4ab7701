import { useState } from 'react';
import type { SuggestionView, ThirdOfRepair } from '../../../../shared/contract/facilitations.ts';
import { call, useAction } from '../../../api.ts';
import { SharedFolder } from '../../../exchange/SharedFolder.tsx';
import { useText } from '../../../i18n.ts';
import { go } from '../../../navigation.ts';
import { Button, Card, Dialog, FailureNotice, Notice, Row, Stack, toast } from '../../../ui/index.ts';

/** Whom I suggested: alone with it, agreed on, or asked. Once they are asked, their place says the rest. */
export function MySuggestion(props: { rupture: string; third: ThirdOfRepair; suggestion: SuggestionView }) {
  const { t } = useText();
  const { rupture, third, suggestion } = props;
  const [isAsking, setAsking] = useState(false);
  const takeBack = useAction(() => call('thirds.takeBack', { rupture, what: 'suggestion' }));
  if (suggestion.space !== null) return null;
  const { isAgreed, isStale } = suggestion;
  const person = suggestion.person.name;
  const name = third.otherName;
  return (
    <Card>
      <Stack>
        <p>{t(isAgreed ? 'third.mine.agreed' : 'third.mine.waiting', { person, name })}</p>
        {isStale ? <Notice tone="caution">{t('third.mine.stale', { person })}</Notice> : null}
        <Row>
          {isAgreed && !isStale && third.isOpen ? (
            <Button kind="primary" onPress={() => setAsking(true)}>
              {t('third.ask.open', { person })}
            </Button>
          ) : null}
          <Button onPress={() => void takeBack.run()} isBusy={takeBack.busy}>
            {t('third.takeBack')}
          </Button>
        </Row>
        <FailureNotice error={takeBack.error} />
      </Stack>
      {isAsking ? <AskThird {...props} onClose={() => setAsking(false)} /> : null}
    </Card>
  );
}

/** What the third person will be told, in full, before they are. */
function AskThird(props: {
  rupture: string;
  third: ThirdOfRepair;
  suggestion: SuggestionView;
  onClose: () => void;
}) {
  const { t } = useText();
  const { rupture, third, suggestion, onClose } = props;
  const [folder, setFolder] = useState<string | null>(null);
  const person = suggestion.person.name;
  const ask = useAction(async () => {
    const { space } = await call('thirds.ask', { rupture, hash: suggestion.hash, folder });
    toast(t('third.ask.done'));
    go('facilitated', { id: space });
  });
  return (
    <Dialog
      title={t('third.ask.title', { person })}
      onClose={onClose}
      buttons={
        <>
          <Button kind="primary" onPress={() => void ask.run()} isBusy={ask.busy}>
            {t('third.ask.open', { person })}
          </Button>
          <Button onPress={onClose}>{t('ruptures.naming.back')}</Button>
        </>
      }
    >
      <Stack>
        <p>{t('third.ask.sees', { person, name: third.otherName })}</p>
        <p>{t('third.ask.cards')}</p>
        <SharedFolder folder={folder} help={t('third.folderHelp')} onChoose={setFolder} />
        <FailureNotice error={ask.error} />
      </Stack>
    </Dialog>
  );
}
