import { useState } from 'react';
import { useCall } from '../../api.ts';
import { shortcuts } from '../../frame/useShortcuts.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, Quiet } from '../../ui/index.ts';
import { CorridorDialog } from './CorridorDialog.tsx';

/** The way to a corridor record for whoever does not know the keys. Not there while there is nobody to have met. */
export function TodayCorridor() {
  const { t } = useText();
  const { value } = useCall('pairs.list', {});
  const [isOpen, setOpen] = useState(false);
  if (value === undefined || value.pairs.length === 0) return null;
  return (
    <Card title={t('corridor.today.title')}>
      <Quiet>{t('corridor.today.body')}</Quiet>
      <div>
        <Button onPress={() => setOpen(true)} keys={shortcuts.corridor.aria}>
          {t('corridor.today.open')}
        </Button>
      </div>
      {isOpen ? <CorridorDialog onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}
