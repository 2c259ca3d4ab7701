import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { PairStandardBody } from '../../../shared/model/agreement.ts';
import { intervalOn } from '../../../shared/model/rhythm.ts';
import { call, useAction, useCall } from '../../api.ts';
import { todayDate, useText } from '../../i18n.ts';
import { isAsPublished, rhythmInWords, standardOf } from '../../rhythmWords.ts';
import { Button, Disclosure, FailureNotice, Loaded, Quiet, Row, Stack, VoicePair } from '../../ui/index.ts';
import { StandardForm } from './StandardForm.tsx';

type Standard = Output<'standards.get'>;

/** How often and how long the two mean to meet: one line when they say the same, both beside each other when not. */
export function PairStandard({ space }: { space: string }) {
  const { t } = useText();
  const standard = useCall('standards.get', { space });
  return (
    <Disclosure title={t('time.standard.open')}>
      <Loaded call={standard}>{(value) => <Said space={space} standard={value} />}</Loaded>
    </Disclosure>
  );
}

function Said({ space, standard }: { space: string; standard: Standard }) {
  const { t } = useText();
  const { view, me, names } = standard;
  const [isOpen, setOpen] = useState(false);
  const other = me === 'supervisee' ? 'supervisor' : 'supervisee';
  const [mine, theirs] = [view[me], view[other]];
  const same = useAction(async () => {
    if (theirs !== null) await call('standards.sayTheSame', { space, hash: theirs.hash });
  });
  const takeBack = useAction(() => call('standards.takeBack', { space }));
  const only = view.supervisee === null ? names.supervisor : names.supervisee;
  return (
    <Stack>
      {view.standing === null ? null : <Figures body={view.standing} />}
      <Quiet>
        {view.both
          ? t('time.standard.both')
          : view.standing !== null
            ? t('time.standard.only', { name: only })
            : t(mine === null ? 'time.standard.none' : 'time.standard.differ')}
      </Quiet>
      {view.standing === null && view.supervisee !== null && view.supervisor !== null ? (
        <VoicePair
          supervisee={{ name: names.supervisee, children: <Figures body={view.supervisee} /> }}
          supervisor={{ name: names.supervisor, children: <Figures body={view.supervisor} /> }}
        />
      ) : null}
      {isOpen ? (
        <StandardForm
          space={space}
          otherName={names[other]}
          initial={mine ?? theirs}
          onClose={() => setOpen(false)}
        />
      ) : (
        <Row>
          {theirs === null || view.both ? null : (
            <Button onPress={() => void same.run()} isBusy={same.busy}>
              {t('time.standard.sameAs', { name: names[other] })}
            </Button>
          )}
          <Button onPress={() => setOpen(true)}>{t('time.standard.change')}</Button>
          {mine === null ? null : (
            <Button kind="plain" onPress={() => void takeBack.run()} isBusy={takeBack.busy}>
              {t('time.standard.takeBack')}
            </Button>
          )}
        </Row>
      )}
      <FailureNotice error={same.error ?? takeBack.error} />
    </Stack>
  );
}

function Figures({ body }: { body: PairStandardBody }) {
  const text = useText();
  const { t, formatDate, language } = text;
  const { rhythm } = body;
  const published = standardOf(body);
  const now = intervalOn(rhythm, todayDate());
  return (
    <Stack gap="close">
      <p>
        {t('time.standard.line', {
          rhythm: rhythmInWords(text, rhythm.steps),
          minutes: t('agreement.rhythm.minutes', { count: rhythm.minutes }),
          date: formatDate(rhythm.from),
        })}
      </p>
      {now === null || rhythm.steps.length === 1 ? null : (
        <p>
          {t('time.standard.now', { every: t(`agreement.rhythm.every.${now.unit}`, { count: now.count }) })}
        </p>
      )}
      {published === null ? null : (
        <Quiet small>
          {isAsPublished(body, published)
            ? published.name[language]
            : t('time.standard.own', { name: published.name[language] })}{' '}
          {t('time.standard.source', {
            source: published.source[language],
            date: formatDate(published.date),
          })}
        </Quiet>
      )}
    </Stack>
  );
}
