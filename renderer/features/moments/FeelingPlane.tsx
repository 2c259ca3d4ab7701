import { type CSSProperties, type PointerEvent, useId, useRef } from 'react';
import {
  type Placed,
  placeFromKey,
  placeFromPoint,
  placeWord,
  planeEnd,
  pointFromPlace,
  unplaced,
} from '../../../shared/model/moment.ts';
import { useText } from '../../i18n.ts';
import { Button, Disclosure, Quiet, Slider, Stack } from '../../ui/index.ts';
import styles from './FeelingPlane.module.css';

type Change = { readonly place: Placed; readonly onChange: (place: Placed) => void };

/** Unpleasant to pleasant, calm to stirred: by pointer, by arrow keys, or by two sliders. Nothing is placed beforehand. */
export function FeelingPlane({ place, onChange }: Change) {
  const { t } = useText();
  const says = usePlaceInWords();
  const isPlaced = place.pleasant !== null || place.stirred !== null;
  return (
    <Stack gap="close">
      <Plane place={place} onChange={onChange} />
      <p className={styles.said}>
        {says(place) ?? t('moments.plane.none')}
        {isPlaced ? (
          <Button kind="plain" onPress={() => onChange(unplaced)}>
            {t('moments.plane.takeBack')}
          </Button>
        ) : null}
      </p>
      <Disclosure title={t('moments.plane.sliders')}>
        <Stack>
          <Slider
            label={t('moments.plane.pleasant')}
            value={place.pleasant}
            onChange={(pleasant) => onChange({ ...place, pleasant })}
            min={-planeEnd}
            max={planeEnd}
            minLabel={t('moments.plane.end.unpleasant')}
            maxLabel={t('moments.plane.end.pleasant')}
            valueText={(value) => t(`moments.place.${placeWord('pleasant', value)}`)}
          />
          <Slider
            label={t('moments.plane.stirred')}
            value={place.stirred}
            onChange={(stirred) => onChange({ ...place, stirred })}
            min={-planeEnd}
            max={planeEnd}
            minLabel={t('moments.plane.end.calm')}
            maxLabel={t('moments.plane.end.stirred')}
            valueText={(value) => t(`moments.place.${placeWord('stirred', value)}`)}
          />
        </Stack>
      </Disclosure>
    </Stack>
  );
}

/** A place as a person would say it, "a little unpleasant, very stirred"; null when nothing is placed. */
export function usePlaceInWords(): (place: Placed) => string | null {
  const { t } = useText();
  return ({ pleasant, stirred }) => {
    const pleasantWords = pleasant === null ? null : t(`moments.place.${placeWord('pleasant', pleasant)}`);
    const stirredWords = stirred === null ? null : t(`moments.place.${placeWord('stirred', stirred)}`);
    if (pleasantWords === null || stirredWords === null) return pleasantWords ?? stirredWords;
    return t('moments.plane.value', { pleasant: pleasantWords, stirred: stirredWords });
  };
}

function Plane({ place, onChange }: Change) {
  const { t } = useText();
  const says = usePlaceInWords();
  const id = useId();
  const plane = useRef<HTMLDivElement>(null);
  const point = pointFromPlace(place);

  function follow(event: PointerEvent<HTMLDivElement>) {
    const box = plane.current?.getBoundingClientRect();
    if (box === undefined || event.buttons !== 1) return;
    onChange(placeFromPoint((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height));
  }

  return (
    <div className={styles.around}>
      <span className={styles.top}>{t('moments.plane.end.stirred')}</span>
      <span className={styles.left}>{t('moments.plane.end.unpleasant')}</span>
      <div
        ref={plane}
        className={styles.plane}
        // A slider is the one role whose arrow keys a screen reader hands over; the words say both ways at once.
        role="slider"
        tabIndex={0}
        aria-label={t('moments.plane.label')}
        aria-roledescription={t('moments.plane.role')}
        aria-valuemin={-planeEnd}
        aria-valuemax={planeEnd}
        aria-valuenow={place.pleasant ?? 0}
        aria-valuetext={says(place) ?? t('moments.plane.none')}
        aria-describedby={`${id}-help`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          follow(event);
        }}
        onPointerMove={follow}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const next = placeFromKey(place, event.key);
          if (next === null) return;
          event.preventDefault();
          onChange(next);
        }}
      >
        {point === null ? null : (
          <span
            className={styles.point}
            style={{ '--x': `${point.x * 100}%`, '--y': `${point.y * 100}%` } as CSSProperties}
          />
        )}
      </div>
      <span className={styles.right}>{t('moments.plane.end.pleasant')}</span>
      <span className={styles.bottom}>{t('moments.plane.end.calm')}</span>
      <div className={styles.help}>
        <Quiet small id={`${id}-help`}>
          {t('moments.plane.help')}
        </Quiet>
      </div>
    </div>
  );
}
