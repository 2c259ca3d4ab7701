import { useState } from 'react';
import { codesIn } from '../../../shared/model/code.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, Quiet, Row, Stack, TextArea, TextField } from '../../ui/index.ts';
import type { WiderDraft, WiderFields } from './WiderRecord.tsx';

type Party = WiderDraft['parties'][number];

/** Everyone who is part of it, by code. Nobody's part is made up: a voice is "not heard yet" until they said something. */
export function Parties({ draft, change }: WiderFields) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const { parties } = draft;
  const added = codesIn(typed).filter((code) => !parties.some((party) => party.code === code));
  function add() {
    change({ parties: [...parties, ...added.map((code) => ({ code, said: null }))].slice(0, 20) });
    setTyped('');
  }
  return (
    <Card title={t('widerRuptures.parties')}>
      <Stack>
        <Quiet>{t('widerRuptures.parties.lead')}</Quiet>
        {parties.map((party) => (
          <OneParty
            key={party.code}
            party={party}
            onChange={(next) =>
              change({ parties: parties.flatMap((one) => (one === party ? (next ?? []) : [one])) })
            }
          />
        ))}
        <TextField
          label={t('widerRuptures.parties.code')}
          description={t('ruptures.noticed.affected.help')}
          value={typed}
          onChange={setTyped}
          maxLength={200}
        />
        <Row>
          <Button onPress={add} isDisabled={added.length === 0}>
            {t('widerRuptures.parties.add')}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

/** `onChange` with null takes them off. */
function OneParty({ party, onChange }: { party: Party; onChange: (party: Party | null) => void }) {
  const { t } = useText();
  const { code, said } = party;
  const [isBegun, setBegun] = useState(false);
  return (
    <Stack gap="close">
      <h3>{code}</h3>
      {said === null ? (
        <Quiet>{t('widerRuptures.parties.notHeard')}</Quiet>
      ) : (
        <TextArea
          label={t('widerRuptures.parties.said', { code })}
          description={t('widerRuptures.parties.said.help')}
          value={said}
          onChange={(text) => onChange({ code, said: text })}
          maxLength={20_000}
          writing
          wide
          autoFocus={isBegun}
        />
      )}
      <Row>
        {said === null ? (
          <Button
            label={t('widerRuptures.parties.heard.of', { code })}
            onPress={() => {
              setBegun(true);
              onChange({ code, said: '' });
            }}
          >
            {t('widerRuptures.parties.heard')}
          </Button>
        ) : null}
        {said === '' ? (
          <Button kind="plain" onPress={() => onChange({ code, said: null })}>
            {t('widerRuptures.parties.notHeardAfterAll')}
          </Button>
        ) : null}
        {said === null ? (
          <Button
            kind="plain"
            label={t('widerRuptures.parties.remove.of', { code })}
            onPress={() => onChange(null)}
          >
            {t('widerRuptures.parties.remove')}
          </Button>
        ) : null}
      </Row>
    </Stack>
  );
}
