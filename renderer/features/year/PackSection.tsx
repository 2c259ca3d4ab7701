import { useState } from 'react';
import type { PackLine, PackView, PackWriting } from '../../../shared/contract/packs.ts';
import type { Profile } from '../../../shared/profiles/index.ts';
import { todayDate, useText } from '../../i18n.ts';
import { Button, Quiet, Row, Select, Stack, TextArea, Words } from '../../ui/index.ts';
import { AskDialog } from './AskDialog.tsx';
import styles from './Year.module.css';

/** One part of the form: own words, and the chosen lines that stand in it. */
export function PackSection(props: {
  section: Profile['sections'][number];
  view: PackView;
  writing: PackWriting;
  /** Saves what is written: a question to somebody names the reader as it stands now. */
  flush: () => Promise<boolean>;
  onChange: (part: Partial<PackWriting>) => void;
}) {
  const { t, language } = useText();
  const { section, view, writing } = props;
  const [asking, setAsking] = useState<PackLine | null>(null);
  const own = writing.sections.find(({ key }) => key === section.key) ?? {
    key: section.key,
    text: '',
    evidence: [],
  };
  const placed = own.evidence.flatMap((id) => view.lines.filter(({ evidence }) => evidence === id));
  const free = view.lines.filter(({ evidence }) => !own.evidence.includes(evidence));

  function change(part: Partial<typeof own>) {
    const others = writing.sections.filter(({ key }) => key !== section.key);
    props.onChange({ sections: [...others, { ...own, ...part }] });
  }

  function moveUp(evidence: string) {
    const order = [...own.evidence];
    const at = order.indexOf(evidence);
    order.splice(at - 1, 2, evidence, ...order.slice(at - 1, at));
    change({ evidence: order });
  }

  return (
    <Stack>
      <TextArea
        label={t('packs.section.text')}
        description={section.hint[language]}
        value={own.text}
        onChange={(text) => change({ text })}
        writing
        wide
        maxLength={50_000}
      />
      {placed.length === 0 ? null : <h3>{t('packs.section.lines')}</h3>}
      {placed.map((line, index) => (
        <PlacedLine
          key={line.evidence}
          line={line}
          onUp={index === 0 ? null : () => moveUp(line.evidence)}
          onTakeOut={() => change({ evidence: own.evidence.filter((id) => id !== line.evidence) })}
          onAsk={() => setAsking(line)}
        />
      ))}
      <PutLine lines={free} onPut={(evidence) => change({ evidence: [...own.evidence, evidence] })} />
      {asking === null ? null : (
        <AskDialog
          line={asking}
          view={view}
          audience={writing.audience}
          flush={props.flush}
          onClose={() => setAsking(null)}
        />
      )}
    </Stack>
  );
}

function PlacedLine(props: {
  line: PackLine;
  onUp: (() => void) | null;
  onTakeOut: () => void;
  onAsk: () => void;
}) {
  const { t, formatDate } = useText();
  const { line } = props;
  const start = line.text.slice(0, 60);
  return (
    <article className={`${styles.line} ${line.mine ? styles.mine : styles.theirs}`}>
      <Words>{line.text}</Words>
      <Quiet small>{t('evidence.line.by', { name: line.authorName, date: formatDate(line.date) })}</Quiet>
      <ConsentWords line={line} />
      <Row>
        {line.wordsOf !== null && mayAsk(line) ? (
          <Button
            onPress={props.onAsk}
            label={t('packs.ask.label', { name: line.wordsOf.name, text: start })}
          >
            {t('packs.ask', { name: line.wordsOf.name })}
          </Button>
        ) : null}
        {props.onUp === null ? null : (
          <Button kind="plain" onPress={props.onUp} label={t('packs.section.upLabel', { text: start })}>
            {t('packs.section.up')}
          </Button>
        )}
        <Button
          kind="plain"
          onPress={props.onTakeOut}
          label={t('packs.section.takeOutLabel', { text: start })}
        >
          {t('packs.section.takeOut')}
        </Button>
      </Row>
    </article>
  );
}

function ConsentWords({ line }: { line: PackLine }) {
  const { t } = useText();
  if (line.wordsOf === null) return null;
  const { name } = line.wordsOf;
  if (line.consent === 'included') return <p>{t('packs.consent.included', { name })}</p>;
  if (line.consent === 'notAsked') return <p>{t('packs.consent.notAsked', { name })}</p>;
  return <p>{t('packs.consent.notIncluded')}</p>;
}

/** Once, and again only when the day I named myself has passed: asking twice is pressing. */
function mayAsk(line: PackLine): boolean {
  return line.askedUntil === null || line.askedUntil < todayDate();
}

function PutLine(props: { lines: readonly PackLine[]; onPut: (evidence: string) => void }) {
  const { t } = useText();
  const [picked, setPicked] = useState<string | null>(null);
  const chosen = props.lines.find(({ evidence }) => evidence === picked);
  if (props.lines.length === 0) return <Quiet>{t('packs.section.noLines')}</Quiet>;
  return (
    <Stack gap="close">
      <Select
        label={t('packs.section.line')}
        placeholder={t('packs.section.pick')}
        value={chosen?.evidence ?? null}
        onChange={setPicked}
        options={props.lines.map(({ evidence, text, authorName }) => ({
          value: evidence,
          label: `${authorName}: ${text.slice(0, 90)}`,
        }))}
        wide
      />
      <div>
        <Button
          isDisabled={chosen === undefined}
          onPress={() => {
            if (chosen === undefined) return;
            props.onPut(chosen.evidence);
            setPicked(null);
          }}
        >
          {t('packs.section.put')}
        </Button>
      </div>
    </Stack>
  );
}
