import { useText } from '../../i18n.ts';
import { GoLink, Row } from '../../ui/index.ts';

/** The ways from here to what else a person keeps for themselves alone. */
export function OtherPlaces() {
  const { t } = useText();
  return (
    <nav aria-label={t('noticing.ways')}>
      <Row>
        <GoLink to="noticing" with={{}}>
          {t('noticing.title')}
        </GoLink>
        <GoLink to="standpoint" with={{}}>
          {t('noticing.standpoint.title')}
        </GoLink>
        <GoLink to="ownStrengths" with={{}}>
          {t('strengths.own.title')}
        </GoLink>
      </Row>
    </nav>
  );
}
