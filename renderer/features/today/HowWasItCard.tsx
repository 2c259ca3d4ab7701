import { shortcuts } from '../../frame/useShortcuts.ts';
import { useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import { Button, Card, Quiet } from '../../ui/index.ts';

export function HowWasItCard() {
  const { t } = useText();
  return (
    <Card title={t('today.howWasIt')}>
      <Quiet>{t('today.howWasIt.body')}</Quiet>
      <div>
        <Button onPress={() => go('moments')}>{t('frame.place.moments')}</Button>
      </div>
      <Quiet small>{t('today.weighs', { keys: shortcuts.episode.shown })}</Quiet>
    </Card>
  );
}
