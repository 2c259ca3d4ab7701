import type { IdentifierKind } from '../../../shared/language/identifiers.ts';
import { useText } from '../../i18n.ts';
import { Checkbox, Quiet, Stack } from '../../ui/index.ts';
import styles from './Extracts.module.css';
import type { Found } from './useFindings.ts';

/** What may point to a person, and a tick a kind for what is kept knowingly. Nothing is ticked beforehand. */
export function FoundWords(props: {
  text: string;
  found: Found;
  kept: readonly IdentifierKind[];
  onKeep: (kept: readonly IdentifierKind[]) => void;
}) {
  const { t } = useText();
  const { text, found, kept } = props;
  if (found.length === 0) return <Quiet>{t('extracts.foundNone')}</Quiet>;
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  const nameOf = (kind: IdentifierKind) =>
    kind === 'name' ? t('extracts.kind.name') : t(`packs.check.kind.${kind}`);
  return (
    <Stack>
      <p>{t('extracts.found')}</p>
      {kinds.map((kind) => (
        <section key={kind} className={styles.found} aria-label={nameOf(kind)}>
          <h3>{nameOf(kind)}</h3>
          <ul>
            {found
              .filter((one) => one.kind === kind)
              .map(({ start, end }) => (
                <li key={start}>
                  {text.slice(Math.max(0, start - 40), start)}
                  <mark>{text.slice(start, end)}</mark>
                  {text.slice(end, end + 40)}
                </li>
              ))}
          </ul>
          <Checkbox
            isSelected={kept.includes(kind)}
            onChange={(isKept) => props.onKeep(isKept ? [...kept, kind] : kept.filter((one) => one !== kind))}
          >
            {t(`packs.check.keep.${kind}`)}
          </Checkbox>
        </section>
      ))}
    </Stack>
  );
}
