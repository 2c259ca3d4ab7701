import type { ReactNode } from 'react';
import { useText } from '../i18n.ts';
import styles from './VoicePair.module.css';

type VoiceRole = 'supervisee' | 'supervisor' | 'facilitator';
type VoiceProps = { readonly name: string; readonly children: ReactNode };

/** Two voices, the supervisee's always left (above when narrow) and both of equal size; a third person's, as large, below them. */
export function VoicePair(props: {
  supervisee: VoiceProps;
  supervisor: VoiceProps;
  facilitator?: VoiceProps;
}) {
  return (
    <div className={styles.pair}>
      <Voice whose="supervisee" name={props.supervisee.name}>
        {props.supervisee.children}
      </Voice>
      <Voice whose="supervisor" name={props.supervisor.name}>
        {props.supervisor.children}
      </Voice>
      {props.facilitator ? (
        <Voice whose="facilitator" name={props.facilitator.name}>
          {props.facilitator.children}
        </Voice>
      ) : null}
    </div>
  );
}

/** One voice: told apart by name, colour and edge (solid, double, dashed), never by colour alone. */
export function Voice(props: { whose: VoiceRole; name: string; children: ReactNode }) {
  const { t } = useText();
  return (
    <article
      className={`${styles.voice} ${styles[props.whose]}`}
      aria-label={t('common.voice.of', { name: props.name })}
      data-voice={props.whose}
    >
      <p className={styles.name}>{props.name}</p>
      {props.children}
    </article>
  );
}

/** Someone's words as they wrote them, in the writing face, line breaks kept. */
export function Words(props: { children: ReactNode; lang?: string }) {
  return (
    <div className={styles.text} lang={props.lang}>
      {props.children}
    </div>
  );
}
