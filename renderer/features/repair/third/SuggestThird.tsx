import { useState } from 'react';
import type { ThirdOfRepair } from '../../../../shared/contract/facilitations.ts';
import { call, useAction } from '../../../api.ts';
import { useText } from '../../../i18n.ts';
import { Button, Card, FailureNotice, Quiet, Row, Select, Stack } from '../../../ui/index.ts';

/** Names somebody to the other of the pair, and to nobody else. */
export function SuggestThird(props: { rupture: string; third: ThirdOfRepair; onClose: () => void }) {
  const { t } = useText();
  const { rupture, third, onClose } = props;
  const name = third.otherName;
  const [person, setPerson] = useState<string | null>(null);
  const suggest = useAction(async () => {
    if (person === null) return;
    await call('thirds.suggest', { rupture, person });
    onClose();
  });
  return (
    <Card title={t('third.suggest.open')} level={3}>
      {third.people.length === 0 ? (
        <Stack>
          <p>{t('third.suggest.nobody', { name })}</p>
          <Row>
            <Button onPress={onClose}>{t('common.cancel')}</Button>
          </Row>
        </Stack>
      ) : (
        <Stack>
          <Select
            label={t('third.suggest.who')}
            placeholder={t('third.suggest.choose')}
            value={person}
            onChange={setPerson}
            options={third.people.map((one) => ({ value: one.identity, label: one.name }))}
          />
          <Quiet>{t('third.suggest.what', { name })}</Quiet>
          <FailureNotice error={suggest.error} />
          <Row>
            <Button
              kind="primary"
              onPress={() => void suggest.run()}
              isBusy={suggest.busy}
              isDisabled={person === null}
            >
              {t('third.suggest.send', { name })}
            </Button>
            <Button onPress={onClose}>{t('common.cancel')}</Button>
          </Row>
        </Stack>
      )}
    </Card>
  );
}
