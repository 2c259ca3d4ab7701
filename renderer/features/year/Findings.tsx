import { useState } from 'react';
import type { Finding } from '../../../shared/contract/packs.ts';
import { type IdentifierKind, identifierKinds } from '../../../shared/language/identifiers.ts';
import type { PackDocument } from '../../../shared/model/packDocument.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Checkbox, FailureNotice, GoLink, Notice, Quiet, Stack } from '../../ui/index.ts';
import styles from './Findings.module.css';

type Kind = Finding['kind'];

/** What may point to a person, each in its place, and a tick a kind for what is kept knowingly. Nothing is ticked beforehand. */
export function Findings(props: {
  pack: string;
  seen: string;
  document: PackDocument;
  findings: readonly Finding[];
  kept: readonly IdentifierKind[];
  passed: boolean;
}) {
  const { t } = useText();
  const { findings, passed, document } = props;
  const [keep, setKeep] = useState<readonly IdentifierKind[]>([]);
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  const check = useAction(() => call('packs.check', { pack: props.pack, seen: props.seen, keep: [...keep] }));
  const names = (
    <GoLink to="settings" with={{}}>
      {t('packs.check.names')}
    </GoLink>
  );
  if (findings.length === 0) {
    return (
      <Stack gap="close">
        <p>{t('packs.check.none')}</p>
        {names}
      </Stack>
    );
  }
  return (
    <Stack>
      <p>{t(passed ? 'packs.check.passed' : 'packs.check.found')}</p>
      {kinds.map((kind) => (
        <section key={kind} aria-label={t(`packs.check.kind.${kind}`)} className={styles.kind}>
          <h3>{t(`packs.check.kind.${kind}`)}</h3>
          <ul className={styles.list}>
            {findings
              .filter((finding) => finding.kind === kind)
              .map((finding) => (
                <FoundLine
                  key={`${JSON.stringify(finding.place)}:${finding.start}`}
                  finding={finding}
                  document={document}
                />
              ))}
          </ul>
          {kind === 'unseen' ? <Notice tone="caution">{t('packs.check.unseen')}</Notice> : null}
          {kind === 'unseen' || passed ? null : (
            <Checkbox
              isSelected={keep.includes(kind)}
              onChange={(isKept) => setKeep(isKept ? [...keep, kind] : keep.filter((one) => one !== kind))}
            >
              {t(`packs.check.keep.${kind}`)}
            </Checkbox>
          )}
        </section>
      ))}
      {passed ? null : (
        <div>
          <Button
            onPress={() => void check.run()}
            isBusy={check.busy}
            isDisabled={!kinds.every((kind) => isKeepable(kind) && keep.includes(kind))}
          >
            {t('packs.check.submit')}
          </Button>
        </div>
      )}
      <FailureNotice error={check.error} />
      <Quiet>{names}</Quiet>
    </Stack>
  );
}

function isKeepable(kind: Kind): kind is IdentifierKind {
  return identifierKinds.some((one) => one === kind);
}

/** The found words, marked, with some of what stands around them. */
function FoundLine(props: { finding: Finding; document: PackDocument }) {
  const { text, start, end } = props.finding;
  const from = Math.max(0, start - 60);
  const to = Math.min(text.length, end + 60);
  return (
    <li>
      <span className={styles.where}>{useWhere(props.finding, props.document)}</span>
      <span>
        {from > 0 ? '…' : ''}
        {text.slice(from, start)}
        <mark>{text.slice(start, end)}</mark>
        {text.slice(end, to)}
        {to < text.length ? '…' : ''}
      </span>
    </li>
  );
}

function useWhere({ place }: Finding, document: PackDocument): string {
  const { t } = useText();
  if (place.in === 'title') return t('packs.where.title');
  if (place.in === 'field') {
    return document.details.fields.find(({ key }) => key === place.key)?.label ?? place.key;
  }
  const section = document.sections.find(({ key }) => key === place.key)?.name ?? place.key;
  return place.in === 'section' ? section : t('packs.where.line', { section });
}
