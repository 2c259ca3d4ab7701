import { useState } from 'react';
import { type BodyPlace, bodyPlaces, type MomentBody, saysMore } from '../../../shared/model/moment.ts';
import { useText } from '../../i18n.ts';
import { Disclosure, Quiet, Several, Stack, TextArea, TextField } from '../../ui/index.ts';

/**
 * What may be said after the first step: where in the body, what helped, support asked for and given, who knows. Folded,
 * unless it was said before; every part may stay empty.
 */
export function MomentMore(props: {
  draft: Omit<MomentBody, 'at'>;
  onChange: (part: Partial<Omit<MomentBody, 'at'>>) => void;
  onBlur: () => void;
}) {
  const { t } = useText();
  const { draft, onChange, onBlur } = props;
  const [startsOpen] = useState(() => saysMore(draft));
  return (
    <Disclosure title={t('moments.more.open')} startsOpen={startsOpen}>
      <Stack>
        <Several
          label={t('moments.more.inBody')}
          value={draft.inBody}
          onChange={(inBody: BodyPlace[]) => onChange({ inBody })}
          options={bodyPlaces.map((value) => ({ value, label: t(`moments.body.${value}`) }))}
        />
        <TextArea
          label={t('moments.more.inBodyWords')}
          value={draft.inBodyWords}
          onChange={(inBodyWords) => onChange({ inBodyWords })}
          onBlur={onBlur}
          maxLength={1000}
          short
        />
        <TextArea
          label={t('moments.more.helped')}
          value={draft.helped}
          onChange={(helped) => onChange({ helped })}
          onBlur={onBlur}
          maxLength={2000}
          short
        />
        <Disclosure title={t('moments.more.support')} level={4} startsOpen={startsOpen}>
          <Stack>
            <Quiet small>{t('moments.more.code')}</Quiet>
            <TextArea
              label={t('moments.more.askedFor')}
              value={draft.askedFor}
              onChange={(askedFor) => onChange({ askedFor })}
              onBlur={onBlur}
              maxLength={2000}
              short
            />
            <TextField
              label={t('moments.more.askedOf')}
              value={draft.askedOf}
              onChange={(askedOf) => onChange({ askedOf })}
              onBlur={onBlur}
              maxLength={300}
            />
            <TextArea
              label={t('moments.more.given')}
              value={draft.given}
              onChange={(given) => onChange({ given })}
              onBlur={onBlur}
              maxLength={2000}
              short
            />
            <TextField
              label={t('moments.more.givenBy')}
              value={draft.givenBy}
              onChange={(givenBy) => onChange({ givenBy })}
              onBlur={onBlur}
              maxLength={300}
            />
            <TextField
              label={t('moments.more.whoKnows')}
              value={draft.whoKnows}
              onChange={(whoKnows) => onChange({ whoKnows })}
              onBlur={onBlur}
              maxLength={1000}
            />
          </Stack>
        </Disclosure>
      </Stack>
    </Disclosure>
  );
}
