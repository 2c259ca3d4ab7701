import type { ShownStrength, StrengthDraft } from '../../../shared/contract/strengths.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Quiet, Row, Stack, toast } from '../../ui/index.ts';
import { StrengthRead } from './StrengthRead.tsx';

/** One of them as both see it; its owner can change it or take it back. */
export function ShownOne(props: {
  one: ShownStrength;
  space: string;
  /** Changes of mine that are not shown. */
  draft: StrengthDraft | undefined;
  isOpen: boolean;
  onOpen: () => void;
}) {
  const { t, formatDate } = useText();
  const { item, what, text, effect, mine, at } = props.one;
  const title = `${t(`strengths.begin.${what}`)} · ${formatDate(at)}`;
  const change = useAction(async () => {
    if (props.draft === undefined) {
      await call('strengths.save', { space: props.space, item, what, text, effect });
    }
    props.onOpen();
  });
  const takeBack = useAction(async () => {
    await call('strengths.takeBack', { item });
    toast(t('strengths.tookBack'));
  });
  return (
    <Stack gap="close">
      <Quiet small>{title}</Quiet>
      <StrengthRead body={props.one} />
      {mine && !props.isOpen ? (
        <Row>
          <Button
            kind="plain"
            label={t('strengths.change.of', { what: title })}
            onPress={() => void change.run()}
            isBusy={change.busy}
          >
            {t(props.draft === undefined ? 'common.change' : 'sessions.goOnChanging')}
          </Button>
          <Button
            kind="plain"
            label={t('strengths.takeBack.of', { what: title })}
            onPress={() => void takeBack.run()}
            isBusy={takeBack.busy}
          >
            {t('sessions.takeBack')}
          </Button>
        </Row>
      ) : null}
      <FailureNotice error={change.error ?? takeBack.error} />
    </Stack>
  );
}
