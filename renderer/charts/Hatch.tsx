import styles from './Charts.module.css';

/** A filling told apart without colour: slanted lines, in the charts' colour or a class's own. Refer to it with `url(#id)`. */
export function Hatch({ id, line }: { id: string; line?: string | undefined }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" className={styles.hatchPaper} />
      <line x1="0" y1="0" x2="0" y2="6" className={line ?? styles.hatchLine} />
    </pattern>
  );
}

/** Another one: dots. */
export function Dots({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" className={styles.hatchPaper} />
      <circle cx="3" cy="3" r="1.3" className={styles.mark} />
    </pattern>
  );
}
