import { useState } from 'react';
import type { CareSourceView } from '../../../shared/contract/care.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, FailureNotice, Loaded, Quiet, Row, Stack, toast } from '../../ui/index.ts';
import { CareForm } from './CareForm.tsx';

const owners = ['mine', 'organisation'] as const;

/** Whom I can turn to, and when they answer: shown on Help and limits, and nowhere else. */
export function CareSettings() {
  const { t } = useText();
  const care = useCall('care.list', {});
  const [adding, setAdding] = useState<CareSourceView['whose'] | null>(null);
  return (
    <Card title={t('care.title')}>
      <Quiet>{t('care.help')}</Quiet>
      <Loaded call={care}>
        {({ sources }) => (
          <Stack>
            {owners.map((whose) => {
              const ofThem = sources.filter((source) => source.whose === whose);
              if (ofThem.length === 0) return null;
              return (
                <Stack key={whose} gap="close">
                  <h3>{t(`care.whose.${whose}`)}</h3>
                  {ofThem.map((source) => (
                    <Source key={source.item} source={source} />
                  ))}
                </Stack>
              );
            })}
          </Stack>
        )}
      </Loaded>
      {adding === null ? (
        <Row>
          {owners.map((whose) => (
            <Button key={whose} onPress={() => setAdding(whose)}>
              {t(`care.add.${whose}`)}
            </Button>
          ))}
        </Row>
      ) : (
        <CareForm
          source={{ whose: adding, name: '', reach: '', when: '' }}
          item={null}
          onDone={() => setAdding(null)}
        />
      )}
    </Card>
  );
}

function Source({ source }: { source: CareSourceView }) {
  const { t } = useText();
  const { item, name, reach, when } = source;
  const [isEditing, setEditing] = useState(false);
  const remove = useAction(async () => {
    await call('care.remove', { item });
    toast(t('care.removed', { name }), () => void call('care.restore', { item }).catch(() => undefined));
  });
  if (isEditing) {
    const { item: _, ...body } = source;
    return <CareForm source={body} item={item} onDone={() => setEditing(false)} />;
  }
  return (
    <div>
      <p>
        <strong>{name}</strong>
      </p>
      {[reach, when].map((line) => (line === '' ? null : <p key={line}>{line}</p>))}
      <Row>
        <Button kind="plain" label={t('care.edit', { name })} onPress={() => setEditing(true)}>
          {t('common.edit')}
        </Button>
        <Button kind="plain" label={t('care.remove', { name })} onPress={() => void remove.run()}>
          {t('common.delete')}
        </Button>
      </Row>
      <FailureNotice error={remove.error} />
    </div>
  );
}
