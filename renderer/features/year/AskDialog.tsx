import { useState } from 'react';
import type { PackLine, PackView } from '../../../shared/contract/packs.ts';
import { findProfile } from '../../../shared/profiles/index.ts';
import { asCallError, call, useAction } from '../../api.ts';
import { todayDate, useText } from '../../i18n.ts';
import { Button, DateField, Dialog, FailureNotice, Quiet, toast, Words } from '../../ui/index.ts';

/** What the other person will be asked, word for word, before they are asked. */
export function AskDialog(props: {
  line: PackLine;
  view: PackView;
  audience: string;
  flush: () => Promise<boolean>;
  onClose: () => void;
}) {
  const { t, language } = useText();
  const { line, view } = props;
  const [until, setUntil] = useState<string | null>(monthsFrom(todayDate(), 3));
  const name = line.wordsOf?.name ?? line.authorName;
  const ask = useAction(async () => {
    if (until === null) return;
    if (!(await props.flush())) throw asCallError(null);
    await call('consents.ask', { evidence: line.evidence, pack: view.pack, until });
    toast(t('packs.ask.sent'));
    props.onClose();
  });
  return (
    <Dialog
      title={t('packs.ask', { name })}
      onClose={props.onClose}
      buttons={
        <>
          <Button kind="primary" onPress={() => void ask.run()} isBusy={ask.busy} isDisabled={until === null}>
            {t('packs.ask', { name })}
          </Button>
          <Button onPress={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <p>{t('packs.ask.exactly')}</p>
      <Words>{line.text}</Words>
      <p>
        {t('packs.ask.purpose', { purpose: findProfile(view.profile)?.name[language] ?? view.profile })}
        <br />
        {t('packs.ask.audience', { audience: props.audience })}
      </p>
      <DateField label={t('packs.ask.until')} value={until} onChange={setUntil} min={todayDate()} />
      <Quiet>{t('packs.ask.note')}</Quiet>
      <FailureNotice error={ask.error} />
    </Dialog>
  );
}

function monthsFrom(civil: string, months: number): string {
  const date = new Date(`${civil}T12:00:00`);
  date.setMonth(date.getMonth() + months);
  return todayDate(date);
}
