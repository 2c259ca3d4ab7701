import type { Output } from '../../../shared/contract/index.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, FailureNotice, GoLink, Row } from '../../ui/index.ts';

/** The day two people named to look at their agreement again, on Today. Says nothing else, and can be let rest. */
export function TodayReview() {
  const { t } = useText();
  const { value } = useCall('agreements.reviews', {});
  if (value === undefined || value.reviews.length === 0) return null;
  return (
    <Card title={t('agreement.review.title')}>
      {value.reviews.map((review) => (
        <Review key={review.agreement} review={review} />
      ))}
    </Card>
  );
}

function Review({ review }: { review: Output<'agreements.reviews'>['reviews'][number] }) {
  const { t, formatDate } = useText();
  const rest = useAction(() => call('agreements.restReview', { agreement: review.agreement }));
  return (
    <Row>
      <GoLink to="agreement" with={{ id: review.space }}>
        {t('agreement.review.text', { name: review.otherName, date: formatDate(review.reviewOn) })}
      </GoLink>
      <Button kind="plain" onPress={() => void rest.run()} isBusy={rest.busy}>
        {t('agreement.review.rest')}
      </Button>
      <FailureNotice error={rest.error} />
    </Row>
  );
}
