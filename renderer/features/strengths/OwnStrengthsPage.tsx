import type { OwnStrength } from '../../../shared/contract/strengths.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { KeptButtons } from '../../kept/KeptButtons.tsx';
import { Said } from '../../kept/Said.tsx';
import { useOpening } from '../../useOpening.ts';
import { Button, Card, EmptyState, GoLink, Loaded, Page, Stack } from '../../ui/index.ts';
import { OwnStrengthForm } from './OwnStrengthForm.tsx';
import { useOwnKind } from './ownKind.ts';

/** Strengths, thanks not said and what went well, for oneself alone, newest first. */
export function OwnStrengthsPage() {
  const { t } = useText();
  const list = useCall('ownStrengths.list', {});
  const adding = useOpening();
  return (
    <Page
      title={t('strengths.own.title')}
      lead={t('strengths.own.lead')}
      above={
        <GoLink to="moments" with={{}}>
          {t('noticing.back')}
        </GoLink>
      }
    >
      {adding.isOpen ? (
        <OwnStrengthForm onDone={adding.leave} />
      ) : (
        <>
          <div>
            <Button kind="primary" autoFocus={adding.wasLeft} onPress={adding.open}>
              {t('strengths.own.add')}
            </Button>
          </div>
          <Loaded call={list}>
            {({ strengths }) =>
              strengths.length === 0 ? (
                <EmptyState>
                  <p>{t('strengths.own.empty')}</p>
                </EmptyState>
              ) : (
                <Stack>
                  {strengths.map((entry) => (
                    <Entry key={entry.item} entry={entry} />
                  ))}
                </Stack>
              )
            }
          </Loaded>
        </>
      )}
    </Page>
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
