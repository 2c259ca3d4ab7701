import { ledgerActs } from '../../../shared/model/ledgerMeaning.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { DateField, Disclosure, Row, Select } from '../../ui/index.ts';
import type { Wanted } from './LedgerLines.tsx';

const all = 'all';

/** Narrows the list by what was done, with whom, and when. Folded until wanted. */
export function LedgerFilter(props: { wanted: Wanted; onChange: (wanted: Wanted) => void }) {
  const { t } = useText();
  const { wanted, onChange } = props;
  const { value: state } = useCall('ledger.state', {});
  const acts = ledgerActs.map((act) => ({ value: act, label: t(`ledger.act.${act}`) }));
  const people = (state?.people ?? []).map(({ identity, name }) => ({ value: identity, label: name }));
  return (
    <Disclosure title={t('ledger.narrow')}>
      <Row>
        <Select
          label={t('ledger.act')}
          value={wanted.act ?? all}
          onChange={(act) => onChange({ ...wanted, act: act === all ? null : act })}
          options={[{ value: all, label: t('ledger.act.all') }, ...acts]}
        />
        <Select
          label={t('ledger.person')}
          value={wanted.person ?? all}
          onChange={(person) => onChange({ ...wanted, person: person === all ? null : person })}
          options={[{ value: all, label: t('ledger.person.all') }, ...people]}
        />
        <DateField
          label={t('ledger.from')}
          value={wanted.from}
          onChange={(from) => onChange({ ...wanted, from })}
        />
        <DateField
          label={t('ledger.until')}
          value={wanted.until}
          onChange={(until) => onChange({ ...wanted, until })}
        />
      </Row>
    </Disclosure>
  );
}
