import { useText } from '../../i18n.ts';
import { Button, Row } from '../../ui/index.ts';
import { useSession } from './sessionContext.ts';

/** One line on every topic about where signing stands, once there is something to say. */
export function SignedLine(props: { onOpen: () => void }) {
  const { t } = useText();
  const { page, nameOf } = useSession();
  const { signed, open } = page.signing;
  const notes = signed.flatMap((one) => one.signatures).filter((one) => one.note.trim() !== '').length;
  const line =
    open?.current && !open.mine
      ? t('signing.proposedByOther', { name: nameOf(open.by) })
      : signed.length > 0
        ? t(notes === 0 ? 'signing.both' : notes === 1 ? 'signing.bothOneNote' : 'signing.bothNotes')
        : null;
  if (line === null || page.together) return null;
  return (
    <Row>
      <span>{line}</span>
      <Button kind="plain" onPress={props.onOpen}>
        {t('signing.look')}
      </Button>
    </Row>
  );
}
