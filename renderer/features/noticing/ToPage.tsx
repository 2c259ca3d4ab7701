import type { Standpoint } from '../../../shared/contract/noticing.ts';
import { textToProse } from '../../../shared/model/prose.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import { Button, FailureNotice } from '../../ui/index.ts';

const copied = ['stand', 'assumed', 'about', 'changedMyMind'] as const;

/** Copies a step to a new private page, each part under its question; from there a line can be offered to a session. */
export function ToPage({ entry }: { entry: Standpoint }) {
  const { t, formatDate } = useText();
  const copy = useAction(async () => {
    const text = copied
      .filter((key) => entry[key].trim() !== '')
      .map((key) => `${t(`noticing.standpoint.field.${key}`)}: ${entry[key].trim()}`)
      .join('\n');
    const { item } = await call('pages.create', { date: entry.date, promptSet: null });
    const { body } = await call('pages.get', { item });
    const sections = [{ prompt: null, prose: textToProse(text) }];
    const title = t('noticing.standpoint.title');
    await call('pages.save', { item, body: { ...body, title, sections } });
    go('page', { id: item });
  });
  return (
    <div>
      <Button
        label={t('noticing.standpoint.toPage.of', { what: formatDate(entry.date) })}
        onPress={() => void copy.run()}
        isBusy={copy.busy}
      >
        {t('noticing.standpoint.toPage')}
      </Button>
      <FailureNotice error={copy.error} />
    </div>
  );
}
