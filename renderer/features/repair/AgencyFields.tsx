import { useText } from '../../i18n.ts';
import { Button, Card, Quiet, Row, Stack, TextArea, TextField } from '../../ui/index.ts';
import type { WiderFields } from './WiderRecord.tsx';

/** What belongs to a rupture between agencies: which one, what was agreed about working together, and the words both use. */
export function AgencyFields({ draft, change }: WiderFields) {
  const { t } = useText();
  const { agency } = draft;
  const set = (part: Partial<typeof agency>) => change({ agency: { ...agency, ...part } });
  const setWord = (at: number, part: Partial<(typeof agency.sharedWords)[number]>) =>
    set({ sharedWords: agency.sharedWords.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <Card title={t('widerRuptures.agency')}>
      <Stack>
        <TextField
          label={t('widerRuptures.agency.name')}
          value={agency.name}
          onChange={(name) => set({ name })}
          maxLength={200}
        />
        <TextArea
          label={t('widerRuptures.agency.protocol')}
          description={t('widerRuptures.agency.protocol.help')}
          optional
          value={agency.protocol}
          onChange={(protocol) => set({ protocol })}
          maxLength={20_000}
          writing
          wide
        />
        <Stack gap="close">
          <h3>{t('widerRuptures.words')}</h3>
          <Quiet>{t('widerRuptures.words.help')}</Quiet>
          {agency.sharedWords.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; two empty rows are alike
            <Stack key={index} gap="close">
              <TextField
                label={t('widerRuptures.words.word')}
                value={one.word}
                onChange={(word) => setWord(index, { word })}
                maxLength={200}
              />
              <TextArea
                label={t('widerRuptures.words.meaning')}
                value={one.meaning}
                onChange={(meaning) => setWord(index, { meaning })}
                maxLength={2000}
                short
              />
              <Row>
                <Button
                  kind="plain"
                  label={t('widerRuptures.words.remove.of', { word: one.word })}
                  onPress={() =>
                    set({ sharedWords: agency.sharedWords.filter((_, place) => place !== index) })
                  }
                >
                  {t('widerRuptures.words.remove')}
                </Button>
              </Row>
            </Stack>
          ))}
          <Row>
            <Button
              onPress={() => set({ sharedWords: [...agency.sharedWords, { word: '', meaning: '' }] })}
              isDisabled={agency.sharedWords.length >= 50}
            >
              {t('widerRuptures.words.add')}
            </Button>
          </Row>
        </Stack>
      </Stack>
    </Card>
  );
}
