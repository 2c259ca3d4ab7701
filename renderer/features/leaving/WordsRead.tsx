import type { LeavingWords } from '../../../shared/model/leaving.ts';
import { useText } from '../../i18n.ts';
import styles from './Leaving.module.css';

/** What somebody keeps, gives on and destroys; what they left empty is not there. */
export function WordsRead({ words }: { words: LeavingWords }) {
  const { t } = useText();
  const parts = (['keeps', 'gives', 'destroys'] as const).filter((part) => words[part].trim() !== '');
  return (
    <dl className={styles.words}>
      {parts.map((part) => (
        <div key={part}>
          <dt>{t(`leaving.${part}`)}</dt>
          <dd>{words[part]}</dd>
        </div>
      ))}
    </dl>
  );
}
