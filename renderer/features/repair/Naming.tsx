import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { PairView } from '../../../shared/contract/pairs.ts';
import { ruptureBodySchema } from '../../../shared/model/rupture.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import {
  Button,
  Card,
  Dialog,
  FailureNotice,
  Quiet,
  Row,
  Select,
  Stack,
  TextArea,
  Words,
} from '../../ui/index.ts';
import { FindWords } from './FindWords.tsx';
import type { Note } from './note.ts';

/** Finding the words for the other person, and sending exactly those. A supervisor writes their own part first. */
export function Naming(props: {
  item: string;
  note: Note;
  change: (part: Partial<Note>) => void;
  flush: () => Promise<boolean>;
  pairs: readonly PairView[];
}) {
  const { t } = useText();
  const { item, note, change, flush, pairs } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const [preview, setPreview] = useState<Output<'ruptures.preview'> | null>(null);
  const pair = pairs.length === 1 ? pairs[0] : pairs.find((one) => one.space === chosen);
  const space = pair?.space;
  const isSupervisor = pair?.me.role === 'supervisor';
  const look = useAction(async () => {
    if (space !== undefined && (await flush())) setPreview(await call('ruptures.preview', { item, space }));
  });
  if (pairs.length === 0) {
    return (
      <Card title={t('ruptures.naming.title')}>
        <p>{t('ruptures.naming.noPair')}</p>
      </Card>
    );
  }
  const myPart = (
    <TextArea
      label={t('ruptures.naming.myPart')}
      description={isSupervisor ? t('ruptures.naming.myPartFirst') : undefined}
      optional={!isSupervisor}
      value={note.draftMyPart}
      onChange={(draftMyPart) => change({ draftMyPart })}
      maxLength={20_000}
      writing
      wide
    />
  );
  return (
    <Card title={t('ruptures.naming.title')}>
      <Stack>
        <Quiet>{t('ruptures.naming.lead')}</Quiet>
        {pairs.length === 1 ? (
          <p>{t('ruptures.naming.to', { name: pair?.other.name ?? '' })}</p>
        ) : (
          <Select
            label={t('ruptures.naming.with')}
            value={chosen}
            onChange={setChosen}
            options={pairs.map((one) => ({ value: one.space, label: one.other.name }))}
          />
        )}
        {isSupervisor ? myPart : null}
        <TextArea
          label={t('ruptures.naming.words')}
          value={note.draftWords}
          onChange={(draftWords) => change({ draftWords })}
          maxLength={20_000}
          writing
          wide
        />
        {isSupervisor ? null : myPart}
        <FailureNotice error={look.error} />
        <Row>
          <Button
            kind="primary"
            onPress={() => void look.run()}
            isBusy={look.busy}
            isDisabled={space === undefined || note.draftWords.trim() === ''}
          >
            {t('ruptures.naming.preview')}
          </Button>
          <FindWords
            about={item}
            uses={[
              {
                label: t('builtWords.use.naming'),
                before: note.draftWords,
                put: (draftWords) => change({ draftWords }),
              },
              {
                label: t('builtWords.use.namingPart'),
                before: note.draftMyPart,
                put: (draftMyPart) => change({ draftMyPart }),
              },
            ]}
          />
        </Row>
      </Stack>
      {preview === null || space === undefined ? null : (
        <Preview item={item} space={space} preview={preview} onClose={() => setPreview(null)} />
      )}
    </Card>
  );
}

/** Drawn from the very bytes that will be sent, so that it cannot show anything else. */
function Preview(props: {
  item: string;
  space: string;
  preview: Output<'ruptures.preview'>;
  onClose: () => void;
}) {
  const { t } = useText();
  const { item, space, preview, onClose } = props;
  const body = ruptureBodySchema.parse(JSON.parse(preview.bytes));
  const name = useAction(async () => {
    const { rupture } = await call('ruptures.name', { item, space, hash: preview.hash });
    go('rupture', { id: rupture });
  });
  return (
    <Dialog
      title={t('ruptures.naming.exactly')}
      onClose={onClose}
      size="wide"
      buttons={
        <>
          <Button kind="primary" onPress={() => void name.run()} isBusy={name.busy}>
            {t('ruptures.naming.show', { name: preview.to })}
          </Button>
          <Button onPress={onClose}>{t('ruptures.naming.back')}</Button>
        </>
      }
    >
      <Stack>
        <Words>{body.words}</Words>
        {body.myPart === '' ? null : (
          <Stack gap="close">
            <h3>{t('ruptures.naming.myPart')}</h3>
            <Words>{body.myPart}</Words>
          </Stack>
        )}
        <Quiet>{t('ruptures.naming.takeBackHelp')}</Quiet>
        {name.error?.code === 'not_newest' ? (
          <p role="alert">{t('ruptures.naming.changed')}</p>
        ) : (
          <FailureNotice error={name.error} />
        )}
      </Stack>
    </Dialog>
  );
}
