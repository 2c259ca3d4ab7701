import { type PointerEvent, type ReactNode, useId, useMemo, useState } from 'react';
import { useText } from '../i18n.ts';
import { Disclosure } from '../ui/index.ts';
import styles from './Charts.module.css';
import { nearestPlace, type Point } from './scales.ts';
import { useWidth } from './useWidth.ts';

/** What is drawn for a width: its height, the place of each point, the marks, and what shows which point is read. */
export type Drawing = {
  readonly height: number;
  readonly places: readonly Point[];
  readonly marks: ReactNode;
  readonly chosen: (at: number) => ReactNode;
};

/**
 * A chart with everything that belongs to it: a title that says what it shows, how to read it, the drawing, each point in
 * words by keyboard, a key, and the same as a table. With too few points there is no drawing and it says so.
 */
export function ChartFigure(props: {
  name: string;
  title: string;
  about?: ReactNode;
  isTooFew: boolean;
  /** How many points there are to read, and each in words. */
  points: number;
  wordsOf: (point: number) => string;
  draw: (width: number) => Drawing;
  chartKey?: ReactNode;
  /** Made only when it is opened. */
  table: () => ReactNode;
}) {
  const { t } = useText();
  const { name, title } = props;
  const id = useId();
  const [isTable, setTable] = useState(false);
  return (
    <figure className={styles.figure} data-chart={name}>
      <figcaption className={styles.caption}>
        <p className={styles.title}>{title}</p>
        {props.isTooFew ? (
          <p>{t('charts.tooFew')}</p>
        ) : (
          <p id={`${id}-about`} className={styles.about}>
            {props.about}
          </p>
        )}
      </figcaption>
      {props.isTooFew ? null : <Plot {...props} id={id} />}
      <Disclosure title={t('charts.table')} isOpen={isTable} onToggle={setTable}>
        {isTable ? props.table() : null}
      </Disclosure>
    </figure>
  );
}

function Plot(props: {
  id: string;
  title: string;
  draw: (width: number) => Drawing;
  points: number;
  wordsOf: (point: number) => string;
  chartKey?: ReactNode;
}) {
  const { t } = useText();
  const { id, draw, points, wordsOf } = props;
  const { ref, width } = useWidth<HTMLDivElement>();
  const drawing = useMemo(() => draw(width), [draw, width]);
  const [chosen, setChosen] = useState<number | null>(null);
  const at = Math.min(chosen ?? points - 1, points - 1);
  function choose(event: PointerEvent<SVGSVGElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const point = {
      x: ((event.clientX - box.left) / box.width) * width,
      y: ((event.clientY - box.top) / box.height) * drawing.height,
    };
    setChosen(nearestPlace(drawing.places, point));
  }
  return (
    <>
      <div ref={ref} className={styles.plot}>
        <svg
          className={styles.svg}
          viewBox={`0 0 ${width} ${drawing.height}`}
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-about`}
          onPointerDown={choose}
        >
          <title id={`${id}-title`}>{props.title}</title>
          {drawing.marks}
          <g className={styles.chosen}>{drawing.chosen(at)}</g>
        </svg>
      </div>
      {props.chartKey === undefined ? null : (
        <div className={styles.key} aria-hidden="true">
          {props.chartKey}
        </div>
      )}
      <div className={styles.go}>
        <label htmlFor={`${id}-go`}>{t('charts.go')}</label>
        <input
          id={`${id}-go`}
          type="range"
          min={0}
          max={points - 1}
          value={at}
          onChange={(event) => setChosen(Number(event.target.value))}
          aria-valuetext={wordsOf(at)}
        />
      </div>
      <p className={styles.words}>{wordsOf(at)}</p>
    </>
  );
}
