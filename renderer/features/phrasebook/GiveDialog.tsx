import { useState } from 'react';
import type { PhraseView } from '../../../shared/contract/phrases.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Card,
  Checkbox,
  Dialog,
  FailureNotice,
  Notice,
  Quiet,
  Row,
  Several,
  Stack,
  TextField,
} from '../../ui/index.ts';
import { PhraseWords } from './PhraseWords.tsx';

/** Phrases as a file for another team: chosen, looked at exactly as they leave, without anybody's name. */
export function GiveDialog(props: { phrases: readonly PhraseView[]; onClose: () => void }) {
  const { t, language } = useText();
  const { phrases, onClose } = props;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [title, setTitle] = useState('');
  const [looked, setLooked] = useState<string | null>(null);
  const [path, setPath] = useState<string | null>(null);
  const leaving = phrases.filter((one) => chosen.includes(one.item));
  const text = [title, ...leaving.flatMap((one) => [one.say, one.insteadOf, one.why])].join('\n');
  const items = leaving.map((one) => one.item);
  const found = useCall('phrases.check', leaving.length === 0 ? null : { items, title });
  const isFound = (found.value?.found.length ?? 0) > 0;
  // Bound to exactly this text: other words are looked at anew.
  const isLookedAt = looked === text;
  const give = useAction(async (format: 'json' | 'pdf') => {
    const saved = await call('phrases.export', {
      items,
      title,
      format,
      language,
      looked: isLookedAt,
      path: null,
    });
    setPath(saved.path);
  });
  const isReady = leaving.length > 0 && found.value !== undefined && (!isFound || isLookedAt);
  return (
    <Dialog title={t('phrasebook.out.title')} onClose={onClose} size="wide">
      <Stack>
        <Quiet>{t('phrasebook.out.lead')}</Quiet>
        <Several
          label={t('phrasebook.out.choose')}
          value={[...chosen]}
          onChange={setChosen}
          options={phrases.map((one) => ({ value: one.item, label: one.say }))}
        />
        <TextField
          label={t('phrasebook.out.name')}
          optional
          value={title}
          onChange={setTitle}
          maxLength={200}
        />
        {leaving.length === 0 ? (
          <Quiet>{t('phrasebook.out.none')}</Quiet>
        ) : (
          <Card title={t('phrasebook.out.exactly')} level={3}>
            {title.trim() === '' ? null : <p>{title}</p>}
            {leaving.map((one) => (
              <PhraseWords key={one.item} phrase={one} />
            ))}
          </Card>
        )}
        {isFound ? (
          <Notice tone="caution">
            <p>{t('phrasebook.out.found')}</p>
            <ul>
              {found.value?.found.map((words) => (
                <li key={words}>
                  <mark>{words}</mark>
                </li>
              ))}
            </ul>
            <Checkbox isSelected={isLookedAt} onChange={(isSelected) => setLooked(isSelected ? text : null)}>
              {t('phrasebook.out.looked')}
            </Checkbox>
          </Notice>
        ) : null}
        <Row>
          <Button
            kind="primary"
            onPress={() => void give.run('json')}
            isBusy={give.busy}
            isDisabled={!isReady}
          >
            {t('phrasebook.out.json')}
          </Button>
          <Button onPress={() => void give.run('pdf')} isBusy={give.busy} isDisabled={!isReady}>
            {t('phrasebook.out.pdf')}
          </Button>
          <Button onPress={onClose}>{t('common.close')}</Button>
        </Row>
        <div role="status">
          {path === null ? null : <Notice>{t('phrasebook.out.done', { path })}</Notice>}
        </div>
        <FailureNotice error={give.error ?? found.error} />
      </Stack>
    </Dialog>
  );
}
