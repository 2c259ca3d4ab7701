import type { IndicatorNote } from '../../../shared/contract/indicators.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { Indicator } from '../../../shared/model/indicator.ts';
import type { Role } from '../../../shared/model/member.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Quiet, Stack, VoicePair } from '../../ui/index.ts';
import { NoteWords } from './NoteWords.tsx';
import { NumbersChart } from './NumbersChart.tsx';

/** What both showed under one indicator: the stories, newest first, then the numbers beside them. */
export function IndicatorSaid(props: {
  found: Output<'indicators.get'>;
  indicator: Indicator;
  canTakeBack?: boolean;
}) {
  const { t } = useText();
  const { found, indicator } = props;
  const notes = found.notes.filter((note) => note.indicator === indicator);
  const said = (by: Role) => {
    const own = notes.filter((note) => note.by === by).reverse();
    if (own.length === 0) return <Quiet>{t('indicators.nothing')}</Quiet>;
    return (
      <Stack>
        {own.map((note) => (
          <div key={note.item}>
            <NoteWords note={note} />
            {props.canTakeBack && by === found.me ? <TakeBack note={note} /> : null}
          </div>
        ))}
      </Stack>
    );
  };
  return (
    <Stack>
      <Quiet>{t(`indicators.${indicator}.what`)}</Quiet>
      <VoicePair
        supervisee={{ name: found.names.supervisee, children: said('supervisee') }}
        supervisor={{ name: found.names.supervisor, children: said('supervisor') }}
      />
      {notes.every((note) => note.number === null) ? null : (
        <NumbersChart indicator={indicator} notes={notes} names={found.names} />
      )}
    </Stack>
  );
}

export function TakeBack({ note }: { note: IndicatorNote }) {
  const { t, formatDate } = useText();
  const takeBack = useAction(() => call('indicators.takeBack', { item: note.item }));
  return (
    <>
      <Button
        kind="plain"
        onPress={() => void takeBack.run()}
        isBusy={takeBack.busy}
        label={`${t('indicators.takeBack')}: ${formatDate(note.on)}`}
      >
        {t('indicators.takeBack')}
      </Button>
      <FailureNotice error={takeBack.error} />
    </>
  );
}
