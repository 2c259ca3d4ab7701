import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Disclosure, FailureNotice, Quiet, Row, Stack } from '../../ui/index.ts';

type Verdict = NonNullable<Output<'ledger.check'>['verdict']>;

/** Saving the list, to read or to be checked; and checking one that somebody gave. Folded until wanted. */
export function LedgerFiles() {
  const { t } = useText();
  const [path, setPath] = useState<string | null>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const save = useAction(async (as: 'words' | 'chain') => {
    setVerdict(null);
    setPath((await call('ledger.export', { as, path: null })).path);
  });
  const check = useAction(async () => {
    setPath(null);
    setVerdict((await call('ledger.check', { path: null })).verdict);
  });
  return (
    <Disclosure title={t('ledger.files.title')} level={2}>
      <Stack>
        <Row>
          <Button onPress={() => void save.run('words')} isBusy={save.busy}>
            {t('ledger.files.words')}
          </Button>
          <Quiet small>{t('ledger.files.words.help')}</Quiet>
        </Row>
        <Row>
          <Button onPress={() => void save.run('chain')} isBusy={save.busy}>
            {t('ledger.files.chain')}
          </Button>
          <Quiet small>{t('ledger.files.chain.help')}</Quiet>
        </Row>
        <Row>
          <Button onPress={() => void check.run()} isBusy={check.busy}>
            {t('ledger.files.check')}
          </Button>
        </Row>
        <div role="status">
          {path === null ? null : t('ledger.files.saved', { path })}
          {verdict === null ? null : <Said verdict={verdict} />}
        </div>
        <FailureNotice error={save.error ?? check.error} />
      </Stack>
    </Disclosure>
  );
}

function Said({ verdict }: { verdict: Verdict }) {
  const { t, formatDate } = useText();
  switch (verdict.verdict) {
    case 'notALedger':
    case 'unknown':
      return <p>{t(`ledger.check.${verdict.verdict}`)}</p>;
    case 'broken':
      return <p>{t('ledger.check.broken', { number: verdict.number })}</p>;
    default: {
      const { name, at } = verdict;
      return <p>{t(`ledger.check.${verdict.verdict}`, { name, date: formatDate(at) })}</p>;
    }
  }
}
