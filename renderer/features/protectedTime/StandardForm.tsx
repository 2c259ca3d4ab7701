import { useState } from 'react';
import type { PairStandardBody } from '../../../shared/model/agreement.ts';
import { type Rhythm, type RhythmStep, rhythmSchema, type Span } from '../../../shared/model/rhythm.ts';
import { standards } from '../../../shared/standards/index.ts';
import { call, useAction } from '../../api.ts';
import { todayDate, useText } from '../../i18n.ts';
import { Button, DateField, FailureNotice, NumberField, Quiet, Row, Select, Stack } from '../../ui/index.ts';
import styles from './StandardForm.module.css';

const week: Span = { unit: 'week', count: 1 };

/** What is being typed; `key` tells one step's fields from another's while steps come and go. */
type Typed = Omit<Rhythm, 'steps'> & {
  readonly steps: readonly { readonly key: number; readonly step: RhythmStep }[];
};
let lastKey = 0;

/** My own figures, begun from a published standard or from the other's, every number free to change. */
export function StandardForm(props: {
  space: string;
  otherName: string;
  initial: PairStandardBody | null;
  onClose: () => void;
}) {
  const { t, language, formatDate } = useText();
  const { space, otherName, initial, onClose } = props;
  const [which, setWhich] = useState(initial?.standard ?? null);
  const [rhythm, setRhythm] = useState<Typed | null>(initial === null ? null : typed(initial.rhythm));
  const [isWrong, setWrong] = useState(false);
  /** Number fields keep what is typed; a new beginning makes them anew. */
  const [begun, setBegun] = useState(0);
  const standard = standards.find((one) => one.id === which?.id && one.version === which.version) ?? null;
  function begin(id: string) {
    const chosen = standards.find((one) => one.id === id);
    if (chosen === undefined) return;
    setWhich({ id: chosen.id, version: chosen.version });
    const { minutes, steps } = chosen;
    setRhythm(typed({ from: rhythm?.from ?? todayDate(), minutes, steps: [...steps] }));
    setBegun(begun + 1);
  }
  const show = useAction(async () => {
    const parsed = rhythmSchema.safeParse(
      rhythm && { ...rhythm, steps: rhythm.steps.map(({ step }) => step) },
    );
    setWrong(!parsed.success);
    if (!parsed.success) return;
    await call('standards.say', { space, standard: which, rhythm: parsed.data });
    onClose();
  });
  return (
    <Stack>
      <Select
        label={t('time.standard.which')}
        value={which?.id ?? null}
        placeholder={t('time.standard.choose')}
        onChange={begin}
        options={standards.map((one) => ({ value: one.id, label: one.name[language] }))}
      />
      {standard === null ? null : (
        <Quiet small>
          {t('time.standard.source', { source: standard.source[language], date: formatDate(standard.date) })}
        </Quiet>
      )}
      {rhythm === null ? null : (
        <div className={styles.figures} key={begun}>
          <DateField
            label={t('time.standard.from')}
            description={standard?.countsFrom[language]}
            value={rhythm.from}
            onChange={(from) => from !== null && setRhythm({ ...rhythm, from })}
          />
          <NumberField
            label={t('time.standard.minutes')}
            min={10}
            max={600}
            value={rhythm.minutes}
            onChange={(minutes) => setRhythm({ ...rhythm, minutes: minutes ?? 0 })}
          />
          {rhythm.steps.map(({ key, step }, index) => (
            <StepFields
              key={key}
              number={index + 1}
              step={step}
              onChange={(next) =>
                setRhythm({ ...rhythm, steps: rhythm.steps.with(index, { key, step: next }) })
              }
              onRemove={
                step.until === null
                  ? null
                  : () => setRhythm({ ...rhythm, steps: rhythm.steps.toSpliced(index, 1) })
              }
            />
          ))}
          <Row>
            <Button
              kind="plain"
              isDisabled={rhythm.steps.length > 5}
              onPress={() =>
                setRhythm({
                  ...rhythm,
                  steps: rhythm.steps.toSpliced(
                    -1,
                    0,
                    keyed({ every: week, until: nextUntil(rhythm.steps) }),
                  ),
                })
              }
            >
              {t('time.standard.addStep')}
            </Button>
          </Row>
        </div>
      )}
      {isWrong ? <p role="alert">{t('time.standard.wrong')}</p> : null}
      <Row>
        <Button onPress={() => void show.run()} isBusy={show.busy} isDisabled={rhythm === null}>
          {t('time.standard.show', { name: otherName })}
        </Button>
        <Button kind="plain" onPress={onClose}>
          {t('common.cancel')}
        </Button>
      </Row>
      <FailureNotice error={show.error} />
    </Stack>
  );
}

function StepFields(props: {
  number: number;
  step: RhythmStep;
  onChange: (step: RhythmStep) => void;
  onRemove: (() => void) | null;
}) {
  const { t } = useText();
  const { number, step, onChange, onRemove } = props;
  return (
    <fieldset className={styles.step}>
      <legend>{t('time.standard.step', { number })}</legend>
      <SpanFields
        label={t('time.standard.every')}
        span={step.every}
        onChange={(every) => onChange({ ...step, every })}
      />
      {step.until === null ? null : (
        <SpanFields
          label={t('time.standard.until')}
          span={step.until}
          onChange={(until) => onChange({ ...step, until })}
        />
      )}
      {onRemove === null ? null : (
        <Button kind="plain" onPress={onRemove}>
          {t('time.standard.removeStep', { number })}
        </Button>
      )}
    </fieldset>
  );
}

function SpanFields(props: { label: string; span: Span; onChange: (span: Span) => void }) {
  const { t } = useText();
  const { label, span, onChange } = props;
  return (
    <div className={styles.span}>
      <NumberField
        label={label}
        min={1}
        max={60}
        value={span.count}
        // What is no number is refused when it is shown, not while it is typed.
        onChange={(count) => onChange({ ...span, count: count ?? 0 })}
      />
      <Select
        label={t('time.standard.unit')}
        hideLabel
        value={span.unit}
        onChange={(unit) => onChange({ ...span, unit })}
        options={(['week', 'month'] as const).map((value) => ({ value, label: t(`time.unit.${value}`) }))}
      />
    </div>
  );
}

function typed({ from, minutes, steps }: Rhythm): Typed {
  return { from, minutes, steps: steps.map(keyed) };
}

function keyed(step: RhythmStep): Typed['steps'][number] {
  lastKey += 1;
  return { key: lastKey, step };
}

/** A step more ends a month after the one before it. */
function nextUntil(steps: Typed['steps']): Span {
  const before = steps.at(-2)?.step.until ?? null;
  if (before === null) return { unit: 'month', count: 1 };
  return before.unit === 'month'
    ? { unit: 'month', count: before.count + 1 }
    : { unit: 'week', count: before.count + 4 };
}
