import { useState } from 'react';
import { fewestInCircle, mostInCircle } from '../../../shared/model/circle.ts';
import { call, useAction, useCall } from '../../api.ts';
import { SharedFolder } from '../../exchange/SharedFolder.tsx';
import { useText } from '../../i18n.ts';
import { Button, Dialog, FailureNotice, Quiet, Several, Stack, TextField, toast } from '../../ui/index.ts';

/** A name, the people, a folder: then each person is invited in the pair one has with them. */
export function FoundDialog(props: { onClose: () => void }) {
  const { t } = useText();
  const pairs = useCall('pairs.list', {});
  const [name, setName] = useState('');
  const [people, setPeople] = useState<string[]>([]);
  const [folder, setFolder] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const options = (pairs.value?.pairs ?? []).map(({ other }) => ({
    value: other.identity,
    label: other.name,
  }));
  const isTooMany = people.length >= mostInCircle;
  const isReady = name.trim() !== '' && people.length >= fewestInCircle - 1 && !isTooMany;
  const found = useAction(async () => {
    setAsked(true);
    if (!isReady) return;
    await call('circles.found', { name: name.trim(), people, folder });
    toast(t('circles.found.done'));
    props.onClose();
  });
  const canFound = pairs.value !== undefined && options.length >= fewestInCircle - 1;
  return (
    <Dialog
      title={t('circles.found.open')}
      onClose={props.onClose}
      buttons={
        <>
          {canFound ? (
            <Button kind="primary" onPress={() => void found.run()} isBusy={found.busy}>
              {t('circles.found.confirm')}
            </Button>
          ) : null}
          <Button onPress={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      {pairs.value !== undefined && !canFound ? <p>{t('circles.found.needTwo')}</p> : null}
      {canFound ? (
        <Stack>
          <TextField label={t('circles.found.name')} value={name} onChange={setName} maxLength={200} />
          <Several
            label={t('circles.found.people')}
            description={t('circles.found.how')}
            value={people}
            onChange={setPeople}
            options={options}
          />
          {isTooMany ? <Quiet>{t('circles.found.tooMany')}</Quiet> : null}
          <SharedFolder folder={folder} help={t('circles.folderHelp')} onChoose={setFolder} />
          <div role="status">
            {isAsked && !isReady && !isTooMany ? <p>{t('circles.found.needName')}</p> : null}
          </div>
        </Stack>
      ) : null}
      <FailureNotice error={pairs.error ?? found.error} />
    </Dialog>
  );
}
