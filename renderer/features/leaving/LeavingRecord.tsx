import type { RecordView } from '../../../shared/contract/signing.ts';
import { onlyLeaving } from '../../../shared/model/leavingRecord.ts';
import { useText } from '../../i18n.ts';
import { Stack } from '../../ui/index.ts';
import { WordsRead } from './WordsRead.tsx';

/** An ending as the bytes of its record read: the supervisee's words first, as they stand in it. */
export function LeavingRecord({ record }: { record: RecordView }) {
  const { t } = useText();
  const said = onlyLeaving(record.statements);
  const handsOver = said.some((one) => one.kind === 'leaving' && one.body.handsOver);
  return (
    <Stack>
      <p>
        <strong>{t('leaving.title')}</strong>
      </p>
      {handsOver ? <p>{t('leaving.handsOver')}</p> : null}
      {said.map((one) =>
        one.kind === 'leavingWords' ? (
          <section key={one.item}>
            <h3>
              {t('leaving.wordsOf', {
                name: record.members.find((member) => member.identity === one.owner)?.name ?? '',
              })}
            </h3>
            <WordsRead words={one.body} />
          </section>
        ) : null,
      )}
    </Stack>
  );
}
