import { useState } from 'react';
import type { AgreementPage } from '../../../shared/contract/agreements.ts';
import { type ArrangementKey, arrangementKeys } from '../../../shared/model/agreement.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Checkbox, Dialog, FailureNotice, Quiet, Stack } from '../../ui/index.ts';
import { saidAbout } from './ArrangementTable.tsx';
import { useAgreement } from './agreementContext.ts';

type Key = ArrangementKey | 'reviewOn';

/** What the other says and I do not: to be ticked one by one, nothing beforehand. */
export function SayTheSame({ onClose }: { onClose: () => void }) {
  const { t, formatDate } = useText();
  const { page, other, otherName } = useAgreement();
  const keys = whatToSayTheSame(page);
  const [ticked, setTicked] = useState<readonly Key[]>([]);
  // What the other said when this was opened: exactly that is taken over.
  const [hash] = useState(page.view.said.arrangements[other]?.hash ?? '');
  const same = useAction(async () => {
    await call('agreements.sayTheSame', { agreement: page.agreement, hash, keys: [...ticked] });
    onClose();
  });
  return (
    <Dialog
      title={t('agreement.same.title', { name: otherName })}
      onClose={onClose}
      keepsButtons
      buttons={
        <>
          <Button
            kind="primary"
            onPress={() => void same.run()}
            isBusy={same.busy}
            isDisabled={ticked.length === 0}
          >
            {t('agreement.same.confirm')}
          </Button>
          <Button onPress={() => setTicked(keys)}>{t('agreement.same.all')}</Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <Quiet>{t('agreement.same.help', { name: otherName })}</Quiet>
      <Stack gap="close">
        {keys.map((key) => {
          const said = saidAbout(page.view, key, formatDate);
          const mine = said[page.me];
          return (
            <Checkbox
              key={key}
              isSelected={ticked.includes(key)}
              onChange={(isSelected) =>
                setTicked(isSelected ? [...ticked, key] : ticked.filter((one) => one !== key))
              }
              description={mine === null ? undefined : t('agreement.same.mine', { text: mine })}
            >
              <strong>{t(`agreement.key.${key}`)}:</strong> {said[other]}
            </Checkbox>
          );
        })}
      </Stack>
      <FailureNotice error={same.error} />
    </Dialog>
  );
}

/** What the other says differently from me, or alone. */
export function whatToSayTheSame({ view, me }: AgreementPage): Key[] {
  const other = me === 'supervisee' ? 'supervisor' : 'supervisee';
  const keys = arrangementKeys.filter((key) => {
    const row = view.arrangements.find((one) => one.key === key);
    return row !== undefined && row[other] !== null && !row.both;
  });
  const { reviewOn } = view;
  return reviewOn[other] !== null && reviewOn.both === null ? [...keys, 'reviewOn'] : keys;
}
