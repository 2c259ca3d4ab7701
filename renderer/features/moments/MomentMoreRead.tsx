import { bodyPlaces, type MomentBody } from '../../../shared/model/moment.ts';
import { useText } from '../../i18n.ts';
import styles from './MomentMoreRead.module.css';

/** What was said after the first step, each part under its name; what was not said leaves no gap. */
export function MomentMoreRead({ moment }: { moment: MomentBody }) {
  const { t } = useText();
  // From head to foot, whatever was ticked first.
  const places = bodyPlaces.filter((place) => moment.inBody.includes(place));
  const inBody = places.map((place) => t(`moments.body.${place}`)).join(', ');
  const parts = [
    { key: 'inBody', words: [inBody, moment.inBodyWords].filter(isSaid).join(': ') },
    { key: 'helped', words: moment.helped },
    { key: 'askedFor', words: moment.askedFor },
    { key: 'askedOf', words: moment.askedOf },
    { key: 'given', words: moment.given },
    { key: 'givenBy', words: moment.givenBy },
    { key: 'whoKnows', words: moment.whoKnows },
  ] as const;
  const said = parts.filter((part) => isSaid(part.words));
  if (said.length === 0) return null;
  return (
    <dl className={styles.parts}>
      {said.map(({ key, words }) => (
        <div key={key}>
          <dt>{t(`moments.more.${key}`)}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function isSaid(words: string): boolean {
  return words.trim() !== '';
}
