import { useEffect, useRef, useState } from 'react';
import type { Rehearsal } from '../../../shared/contract/practice.ts';
import { nextStep } from '../../../shared/model/practice.ts';
import {
  type Manner,
  manners,
  type PracticeStep,
  practiceSteps,
} from '../../../shared/reflection/practice.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import {
  AlertDialog,
  Button,
  Card,
  Choices,
  FailureNotice,
  GoLink,
  Quiet,
  Row,
  SavedState,
  Stack,
  TextArea,
  toast,
} from '../../ui/index.ts';
import { useDraft } from '../../useDraft.ts';
import styles from './Practice.module.css';

type Body = Omit<Rehearsal, 'item' | 'startedAt' | 'scenario'>;

/** Saying it step by step to a fictional other, who answers in the manner one has chosen. Saved as it is typed. */
export function RehearsalTalk({ rehearsal }: { rehearsal: Rehearsal }) {
  const { t } = useText();
  const { item, startedAt: _, scenario, ...initial } = rehearsal;
  const draft = useDraft<'practice.save', Body>({
    key: `practice:${item}`,
    method: 'practice.save',
    initial,
    toInput: (value) => ({ item, ...value }),
  });
  const { value, change, autosave } = draft;
  const them = t(`practice.scenario.${scenario}.them`);
  const next = nextStep(value.upTo);
  const heard = practiceSteps.slice(0, next === null ? practiceSteps.length : practiceSteps.indexOf(next));
  const latest = useRef<HTMLParagraphElement>(null);
  const [saidNow, setSaidNow] = useState<PracticeStep | null>(null);
  useEffect(() => {
    if (saidNow !== null) latest.current?.focus();
  }, [saidNow]);

  function speak(step: PracticeStep) {
    change({ upTo: step });
    setSaidNow(step);
  }

  return (
    <Stack gap="loose">
      <Who scenario={scenario} them={them} />
      <Choices<Manner>
        label={t('practice.manner.label')}
        description={t('practice.manner.help')}
        value={value.manner}
        onChange={(manner) => change({ manner })}
        options={manners.map((manner) => ({ value: manner, label: t(`practice.manner.${manner}`) }))}
      />
      {heard.map((step) => (
        <Stack key={step} gap="close">
          <div className={styles.turn}>
            <h3>{t('practice.you')}</h3>
            <p className={styles.words}>{value.said[step]}</p>
          </div>
          <div className={`${styles.turn} ${styles.theirs}`}>
            <h3>{t('practice.other', { name: them })}</h3>
            <p className={styles.words} ref={step === saidNow ? latest : null} tabIndex={-1}>
              {t(`practice.reply.${scenario}.${step}.${value.manner}`)}
            </p>
          </div>
        </Stack>
      ))}
      {next === null ? null : (
        <Stack gap="close">
          <TextArea
            key={next}
            label={t(`practice.step.${next}`)}
            description={t(`practice.step.${next}.help`)}
            value={value.said[next]}
            onChange={(words) => change({ said: { ...value.said, [next]: words } })}
            onBlur={() => void autosave.flush()}
            maxLength={5000}
            writing
            wide
          />
          <Row>
            <Button kind="primary" onPress={() => speak(next)} isDisabled={value.said[next].trim() === ''}>
              {t('practice.say')}
            </Button>
          </Row>
        </Stack>
      )}
      {heard.length === 0 ? null : (
        <Row>
          <Button onPress={() => change({ upTo: practiceSteps[heard.length - 2] ?? null })}>
            {t('practice.change')}
          </Button>
        </Row>
      )}
      <TextArea
        label={t('practice.after')}
        description={t('practice.after.help')}
        optional
        value={value.after}
        onChange={(after) => change({ after })}
        onBlur={() => void autosave.flush()}
        maxLength={5000}
        writing
        wide
      />
      <Quiet>
        {t('practice.gate')}{' '}
        <GoLink to="help" with={{}}>
          {t('frame.help')}
        </GoLink>
      </Quiet>
      <Ending item={item} flush={autosave.flush} forget={autosave.forget} />
      <SavedState autosave={autosave} />
    </Stack>
  );
}

function Who({ scenario, them }: { scenario: Rehearsal['scenario']; them: string }) {
  const { t } = useText();
  const me = t(`practice.scenario.${scenario}.me`);
  const roles = rolesIn(scenario);
  return (
    <Card title={t(`practice.scenario.${scenario}.name`)}>
      <p>{t(`practice.scenario.${scenario}.about`)}</p>
      <Quiet>
        {t('practice.youAre', { name: me, role: t(`practice.role.${roles.me}`) })}{' '}
        {t('practice.otherIs', { name: them, role: t(`practice.role.${roles.them}`) })}
      </Quiet>
    </Card>
  );
}

function Ending(props: { item: string; flush: () => Promise<boolean>; forget: () => void }) {
  const { t } = useText();
  const { item } = props;
  const [isAsking, setAsking] = useState(false);
  const keep = useAction(async () => {
    if (await props.flush()) go('practice');
  });
  const throwAway = useAction(async () => {
    // What waits to be saved is thrown away with it; a save under way is let through first.
    props.forget();
    await props.flush();
    await call('practice.throwAway', { item });
    go('practice');
    toast(t('practice.thrownAway'));
  });
  return (
    <Stack gap="close">
      <FailureNotice error={keep.error ?? throwAway.error} />
      <Row>
        <Button onPress={() => void keep.run()} isBusy={keep.busy}>
          {t('practice.keep')}
        </Button>
        <Button kind="plain" onPress={() => setAsking(true)}>
          {t('practice.throwAway')}
        </Button>
      </Row>
      {isAsking ? (
        <AlertDialog
          title={t('practice.throwAway')}
          confirmLabel={t('practice.throwAway.confirm')}
          onConfirm={() => void throwAway.run()}
          onCancel={() => setAsking(false)}
          isBusy={throwAway.busy}
        >
          <p>{t('practice.throwAway.sure')}</p>
        </AlertDialog>
      ) : null}
    </Stack>
  );
}

type Role = 'supervisee' | 'supervisor' | 'partner';

function rolesIn(scenario: Rehearsal['scenario']): { readonly me: Role; readonly them: Role } {
  if (scenario === 'otherAgency') return { me: 'supervisee', them: 'partner' };
  const isSupervisor = scenario === 'sharpWords' || scenario === 'coverPromised';
  return isSupervisor ? { me: 'supervisor', them: 'supervisee' } : { me: 'supervisee', them: 'supervisor' };
}
