import { useState } from 'react';
import { findNames } from '../../../shared/language/names.ts';
import { codesIn } from '../../../shared/model/code.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Notice, Stack, TextField } from '../../ui/index.ts';
import type { Fields } from './EpisodeFields.tsx';

/** Whom it touched, by code. A name from the person's own list is pointed out and kept all the same. */
export function PeopleField({ draft, change }: Fields) {
  const { t, formatList } = useText();
  const [typed, setTyped] = useState(draft.people.join(', '));
  const { value: settings } = useCall('settings.get', {});
  const named = findNames(typed, settings?.names ?? []).map(({ start, end }) => typed.slice(start, end));
  const isLeftOut = new Set(typed.match(/[^\s,;]+/gu)).size > draft.people.length;
  return (
    <Stack gap="close">
      <TextField
        label={t('episodes.people.label')}
        description={t('episodes.people.help')}
        error={isLeftOut ? t('episodes.people.leftOut') : null}
        value={typed}
        onChange={(words) => {
          setTyped(words);
          change({ people: codesIn(words) });
        }}
        maxLength={1_000}
      />
      <div aria-live="polite">
        {named.length === 0 ? null : (
          <Notice>{t('episodes.people.named', { names: formatList([...new Set(named)]) })}</Notice>
        )}
      </div>
    </Stack>
  );
}
