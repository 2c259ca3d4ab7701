import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Loaded, Row, Stack } from '../../ui/index.ts';
import { useOpening } from '../../useOpening.ts';
import { CheckIn } from './CheckIn.tsx';
import { MomentCard } from './MomentCard.tsx';

type Place = { readonly page: string } | { readonly topic: string };

/** What was noted on a private page or at a topic, and a way to say more. */
export function MomentsHere(props: { title?: string } & Place) {
  const { t } = useText();
  const place = 'page' in props ? { page: props.page } : { page: null, topic: props.topic };
  const here = useCall('moments.list', place);
  const checkIn = useOpening();
  if (checkIn.isOpen) return <CheckIn {...place} onDone={checkIn.leave} />;
  return (
    <Stack gap="close">
      <Loaded call={here}>
        {({ moments }) =>
          moments.length === 0 ? null : (
            <>
              {props.title === undefined ? null : <h2>{props.title}</h2>}
              {moments.map((moment) => (
                <MomentCard key={moment.item} moment={moment} isAtItsPlace />
              ))}
            </>
          )
        }
      </Loaded>
      <Row>
        <Button autoFocus={checkIn.wasLeft} onPress={checkIn.open}>
          {t('moments.checkIn.open')}
        </Button>
      </Row>
    </Stack>
  );
}
