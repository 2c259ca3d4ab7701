import type { OwnStrength } from '../../../shared/contract/strengths.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { KeptButtons } from '../../kept/KeptButtons.tsx';
import { KeptPage } from '../../kept/KeptPage.tsx';
import { Said } from '../../kept/Said.tsx';
import { useOpening } from '../../useOpening.ts';
import { Card, GoLink, Stack } from '../../ui/index.ts';
import { OwnStrengthForm } from './OwnStrengthForm.tsx';
import { useOwnKind } from './ownKind.ts';

/** Strengths, thanks not said and what went well, for oneself alone, newest first. */
export function OwnStrengthsPage() {
  const { t } = useText();
  return (
    <KeptPage
      title={t('strengths.own.title')}
      lead={t('strengths.own.lead')}
      above={
        <GoLink to="moments" with={{}}>
          {t('noticing.back')}
        </GoLink>
      }
      add={t('strengths.own.add')}
      empty={t('strengths.own.empty')}
      list={useCall('ownStrengths.list', {})}
      form={(onDone) => <OwnStrengthForm onDone={onDone} />}
      entry={(entry) => <Entry key={entry.item} entry={entry} />}
    />
  );
}

function Entry({ entry }: { entry: OwnStrength }) {
  const { t, formatDate } = useText();
  const ownKind = useOwnKind();
  const editing = useOpening();
  if (editing.isOpen) return <OwnStrengthForm entry={entry} onDone={editing.leave} />;
  const date = formatDate(entry.date);
  const title = entry.what === null ? date : `${date} · ${ownKind(entry.what)}`;
  return (
    <Card>
      <Stack gap="close">
        <h2>{title}</h2>
        <Said label={t('strengths.own.text')} text={entry.text} />
        <Said label={t('strengths.own.effect')} text={entry.effect} />
        <Said label={t('strengths.own.about')} text={entry.about} />
        <KeptButtons item={entry.item} what={title} takesFocus={editing.wasLeft} onEdit={editing.open} />
      </Stack>
    </Card>
  );
}
