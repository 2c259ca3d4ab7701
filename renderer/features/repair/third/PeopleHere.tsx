import type { FacilitationPage } from '../../../../shared/contract/facilitations.ts';
import { useText } from '../../../i18n.ts';
import { Quiet, Stack } from '../../../ui/index.ts';

/** The three, whether their word has arrived, and on whose word they are who they are. */
export function PeopleHere({ page }: { page: FacilitationPage }) {
  const { t } = useText();
  const { supervisee, supervisor, facilitator } = page.people;
  return (
    <Stack>
      {[supervisee, supervisor, facilitator].map((person) => (
        <div key={person.identity}>
          <p>{person.known === 'me' ? t('circles.person.me', { name: person.name }) : person.name}</p>
          {person.known === 'me' ? null : (
            <Quiet small>{t(person.isHere ? 'third.here' : 'third.notHere')}</Quiet>
          )}
          {person.known === 'introduced' ? (
            <Quiet small>{t('third.theirs.introduced', { person: person.name, name: page.founder })}</Quiet>
          ) : null}
        </div>
      ))}
    </Stack>
  );
}
