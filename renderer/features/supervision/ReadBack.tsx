import type { ReactNode } from 'react';
import type { Role } from '../../../shared/model/member.ts';
import type { PlaceView, SessionView } from '../../../shared/model/sessionView.ts';
import { useText } from '../../i18n.ts';
import { Quiet, Stack, Voice, VoicePair, Words } from '../../ui/index.ts';
import { Decision } from './Decisions.tsx';
import { Field } from './Field.tsx';
import { ShownPromise } from './Promises.tsx';
import styles from './Session.module.css';

/**
 * What stands, read from top to bottom: both voices in equal order and size. What nobody said is not there, and leaves no
 * gap. `names` come from whatever is read, so that a record reads as its bytes say.
 */
export function ReadBack(props: { view: SessionView; names: Record<Role, string> }) {
  const { t } = useText();
  const { view, names } = props;
  const places: readonly (PlaceView & { heading: string })[] = [
    ...view.topics.map((topic) => ({ ...topic, heading: topic.title ?? t('sessions.topic.takenBack') })),
    { ...view.howWeWork, heading: t('sessions.part.howWeWork') },
    { ...view.beforeWeGo, heading: t('sessions.part.beforeWeGo') },
  ];
  return (
    <Stack gap="loose">
      {view.marked.length === 0 ? null : (
        <section className={styles.part}>
          <h3>{t('sessions.part.promises')}</h3>
          {view.marked.map((promise) => (
            <ShownPromise key={promise.item} promise={promise} />
          ))}
        </section>
      )}
      {places.filter(hasWords).map((place) => (
        <ReadPlace key={place.place} place={place} names={names} />
      ))}
      {view.amendments.length === 0 ? null : (
        <section className={styles.part}>
          <h3>{t('signing.later.title')}</h3>
          {view.amendments.map((one) => (
            <Voice key={one.item} whose={one.role} name={names[one.role]}>
              <Words>{one.text}</Words>
            </Voice>
          ))}
        </section>
      )}
    </Stack>
  );
}

function ReadPlace(props: { place: PlaceView & { heading: string }; names: Record<Role, string> }) {
  const { t, formatDate } = useText();
  const { place, names } = props;
  const stances = (['supervisee', 'supervisor'] as const).flatMap((role) => {
    const stance = place.stances[role];
    return stance === null ? [] : [{ role, stance }];
  });
  return (
    <section className={styles.part}>
      <h3>{place.heading}</h3>
      <BothVoices
        names={names}
        of={(role) =>
          place.voices
            .filter((voice) => voice.role === role)
            .map((voice) => <Words key={voice.item}>{voice.text}</Words>)
        }
      />
      {stances.map(({ role, stance }) => (
        <p key={role}>
          {t('sessions.stance.said', { name: names[role], stance: t(`sessions.stance.${stance}`) })}
        </p>
      ))}
      {place.standing === 'differ' && place.differences.length > 0 ? (
        <h4>{t('sessions.difference.title')}</h4>
      ) : null}
      <BothVoices
        names={names}
        of={(role) =>
          place.differences
            .filter((one) => one.role === role)
            .map((one) => (
              <div key={one.item} className={styles.said}>
                <Words>{one.account}</Words>
                <Field label={t('sessions.difference.nextStep')}>{one.nextStep}</Field>
                <Field label={t('sessions.difference.reviewDate')}>
                  {one.reviewDate === null ? '' : formatDate(one.reviewDate)}
                </Field>
              </div>
            ))
        }
      />
      {place.decisions.length === 0 ? null : <h4>{t('sessions.decision.title')}</h4>}
      {place.decisions.map((decision) => (
        <Decision key={decision.item} decision={decision} />
      ))}
      {place.promises.length === 0 ? null : <h4>{t('sessions.promise.title')}</h4>}
      {place.promises.map((promise) => (
        <ShownPromise key={promise.item} promise={promise} />
      ))}
      {place.scribed.map((one) => (
        <div key={one.item} className={styles.scribed}>
          <Quiet small>{t('sessions.scribed.for', { name: names[one.role] })}</Quiet>
          <Words>{one.text}</Words>
          <Quiet small>{t('sessions.scribed.unanswered')}</Quiet>
        </div>
      ))}
    </section>
  );
}

/** Side by side when both spoke; one voice alone stands alone, without an empty box beside it. */
function BothVoices(props: { names: Record<Role, string>; of: (role: Role) => readonly ReactNode[] }) {
  const { names, of } = props;
  const supervisee = of('supervisee');
  const supervisor = of('supervisor');
  if (supervisee.length > 0 && supervisor.length > 0) {
    return (
      <VoicePair
        supervisee={{ name: names.supervisee, children: supervisee }}
        supervisor={{ name: names.supervisor, children: supervisor }}
      />
    );
  }
  const role = supervisee.length > 0 ? 'supervisee' : 'supervisor';
  const words = of(role);
  return words.length === 0 ? null : (
    <Voice whose={role} name={names[role]}>
      {words}
    </Voice>
  );
}

function hasWords(place: PlaceView): boolean {
  const { voices, stances, differences, decisions, promises, scribed } = place;
  const said = [voices, differences, decisions, promises, scribed].some((list) => list.length > 0);
  return said || place.topic !== null || stances.supervisee !== null || stances.supervisor !== null;
}
