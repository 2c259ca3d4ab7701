import type { CarryOffer } from '../../../shared/contract/carry.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Quiet, Row, toast } from '../../ui/index.ts';
import styles from './Session.module.css';
import { useSession } from './sessionContext.ts';
import { useHeading } from './TopicPane.tsx';

/** What was left over before this session. Nothing in Together mode: what I noted alone is in it. */
export function useOffers(): readonly CarryOffer[] {
  const { page } = useSession();
  const { value } = useCall('carry.offered', page.together ? null : { session: page.session });
  return value?.offers ?? [];
}

/** Topics not reached last time, put off, or due to be looked at again. Each brings only their own; leaving one is private. */
export function FromLastTime(props: { onBrought: (topic: string) => void }) {
  const { t } = useText();
  const { page, nameOf } = useSession();
  const heading = useHeading();
  const offers = useOffers();
  const mine = offers.filter((offer) => offer.mine);
  const theirs = offers.filter((offer) => !offer.mine);
  return (
    <>
      <div className={styles.part}>
        <h2 ref={heading} tabIndex={-1} className={styles.paneTitle}>
          {t('ways.carry.title')}
        </h2>
        <Quiet>{t('ways.carry.help')}</Quiet>
      </div>
      {offers.length === 0 ? <p>{t('ways.carry.none')}</p> : null}
      <ul className={styles.plain}>
        {mine.map((offer) => (
          <li key={offer.item} className={styles.said}>
            <Offer offer={offer} />
            <Choice offer={offer} session={page.session} onBrought={props.onBrought} />
          </li>
        ))}
        {theirs.map((offer) => (
          <li key={offer.item} className={styles.said}>
            <Offer offer={offer} />
            <Quiet small>{t('ways.carry.theirs', { name: nameOf(offer.role) })}</Quiet>
          </li>
        ))}
      </ul>
    </>
  );
}

function Offer({ offer }: { offer: CarryOffer }) {
  const { t, formatDate } = useText();
  return (
    <>
      <p className={styles.kept}>{offer.title}</p>
      <Quiet small>{t(`ways.carry.why.${offer.why}`, { date: formatDate(offer.from) })}</Quiet>
    </>
  );
}

function Choice(props: { offer: CarryOffer; session: string; onBrought: (topic: string) => void }) {
  const { t } = useText();
  const { item, title } = props.offer;
  const bring = useAction(async () => {
    const { topic } = await call('carry.bring', { session: props.session, item });
    props.onBrought(topic);
  });
  const leave = useAction(async () => {
    await call('carry.leave', { item, left: true });
    toast(t('ways.carry.left'), () => void call('carry.leave', { item, left: false }).catch(() => undefined));
  });
  return (
    <>
      <Row>
        <Button
          label={t('ways.carry.bring.label', { title })}
          onPress={() => void bring.run()}
          isBusy={bring.busy}
        >
          {t('ways.carry.bring')}
        </Button>
        <Button
          kind="plain"
          label={t('ways.carry.leave.label', { title })}
          onPress={() => void leave.run()}
          isBusy={leave.busy}
        >
          {t('ways.carry.leave')}
        </Button>
      </Row>
      <FailureNotice error={bring.error ?? leave.error} />
    </>
  );
}
