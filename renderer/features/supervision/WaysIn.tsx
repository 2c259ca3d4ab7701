import { findWayIn, waysIn } from '../../../shared/reflection/promptSets.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Disclosure, GoLink, Quiet, Select } from '../../ui/index.ts';
import styles from './Session.module.css';
import { useSession } from './sessionContext.ts';

/** One question to begin with. Other ways in, ready-made and the pair's own, are folded until somebody wants them. */
export function WaysIn({ place }: { place: string }) {
  const { t } = useText();
  const { page, wayAt, chooseWay } = useSession();
  const own = useCall('ways.inSession', { session: page.session }).value?.ways ?? [];
  const chosen = wayAt(place);
  const made = own.find((way) => way.item === chosen);
  const set = findWayIn(chosen) ?? waysIn[0];
  const [first, ...others] = made?.questions ?? set.prompts.map((prompt) => t(`reflection.prompt.${prompt}`));
  return (
    <div className={styles.part}>
      <p className={styles.kept}>{first}</p>
      <Disclosure title={t('ways.others')}>
        <div className={styles.part}>
          <Select
            label={t('ways.choose')}
            value={made?.item ?? set.id}
            onChange={(way) => chooseWay(place, way)}
            options={[
              ...own.map((way) => ({ value: way.item, label: way.name })),
              ...waysIn.map(({ id }) => ({ value: id, label: t(`reflection.set.${id}`) })),
            ]}
          />
          <ul>
            {others.map((question) => (
              <li key={question} className={styles.kept}>
                {question}
              </li>
            ))}
          </ul>
          <Quiet small>
            {made === undefined
              ? t(set.isOwnWording ? 'reflection.ownWords' : 'reflection.asWritten', { source: set.source })
              : t('ways.madeBy', { name: made.byName })}
          </Quiet>
          {page.together ? null : (
            <GoLink to="pair" with={{ id: page.space }}>
              {t('ways.makeOwn')}
            </GoLink>
          )}
        </div>
      </Disclosure>
    </div>
  );
}
