import { useState } from 'react';
import type { IndicatorDraft } from '../../../shared/contract/indicators.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { call, useAction } from '../../api.ts';
import { todayDate, useText } from '../../i18n.ts';
import {
  Button,
  DateField,
  FailureNotice,
  Quiet,
  Row,
  SavedState,
  Scale,
  Stack,
  TextArea,
} from '../../ui/index.ts';
import { useDraft } from '../../useDraft.ts';
import { ShowNote } from './ShowNote.tsx';

type Said = Pick<IndicatorDraft, 'on' | 'story' | 'number'>;

/** My story and, beside it, a number or none. Nobody else sees it before Show. */
export function DraftNote(props: { draft: IndicatorDraft; space: string; found: Output<'indicators.get'> }) {
  const { t } = useText();
  const { draft, space, found } = props;
  const { item, indicator } = draft;
  const [isShowing, setShowing] = useState(false);
  const { value, change, autosave } = useDraft<'indicators.save', Said>({
    key: `indicators:${item}`,
    method: 'indicators.save',
    initial: { on: draft.on, story: draft.story, number: draft.number },
    toInput: (said) => ({ item, ...said }),
  });
  const name = found.names[found.me === 'supervisee' ? 'supervisor' : 'supervisee'];
  const show = useAction(async () => {
    if (await autosave.flush()) setShowing(true);
  });
  const drop = useAction(async () => {
    autosave.forget();
    await call('indicators.discard', { item });
  });
  return (
    <Stack>
      <TextArea
        label={t('indicators.story')}
        wide
        writing
        value={value.story}
        onChange={(story) => change({ story })}
        onBlur={() => void autosave.flush()}
        maxLength={10_000}
      />
      <Scale
        label={t('indicators.number')}
        description={t('indicators.number.help')}
        value={value.number}
        onChange={(number) => change({ number })}
        min={0}
        max={10}
        minLabel={t('indicators.hardly')}
        maxLabel={t('indicators.fully')}
        clear={{ label: t('indicators.noNumber'), onClear: () => change({ number: null }) }}
      />
      <DateField
        label={t('indicators.on')}
        value={value.on}
        onChange={(on) => on !== null && on <= todayDate() && change({ on })}
        max={todayDate()}
      />
      <Quiet small>{t('indicators.onlyYou')}</Quiet>
      <Row>
        <Button
          onPress={() => void show.run()}
          isBusy={show.busy}
          isDisabled={value.story.trim() === '' || !found.both.includes(indicator)}
        >
          {t('common.show')}
        </Button>
        <Button kind="plain" onPress={() => void drop.run()} isBusy={drop.busy}>
          {t('indicators.drop')}
        </Button>
        <SavedState autosave={autosave} />
      </Row>
      <FailureNotice error={show.error ?? drop.error} />
      {isShowing ? (
        <ShowNote item={item} space={space} name={name} onClose={() => setShowing(false)} />
      ) : null}
    </Stack>
  );
}
