import type { RecordView } from '../../shared/contract/signing.ts';
import { useText } from '../i18n.ts';
import styles from './Signing.module.css';
import type { SigningAbout } from './signingAbout.ts';

/** A record as its bytes read, set apart from everything around it. */
export function RecordFrame(props: { about: SigningAbout; record: RecordView }) {
  const { t } = useText();
  const { Record } = props.about;
  return (
    <article className={styles.record} aria-label={t('signing.record')} data-record>
      <Record record={props.record} />
    </article>
  );
}
