import { call, useAction } from '../../api.ts';
import { todayDate, useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import { Button, Card, FailureNotice, Quiet } from '../../ui/index.ts';

/** The one primary action of Today: an empty page, at once. */
export function WriteCard() {
  const { t } = useText();
  const write = useAction(async () => {
    const { item } = await call('pages.create', { date: todayDate(), promptSet: null });
    go('page', { id: item });
  });
  return (
    <Card title={t('today.write.title')}>
      <Quiet>{t('today.write.body')}</Quiet>
      <FailureNotice error={write.error} />
      <div>
        <Button kind="primary" onPress={() => void write.run()} isBusy={write.busy}>
          {t('today.write')}
        </Button>
      </div>
    </Card>
  );
}
