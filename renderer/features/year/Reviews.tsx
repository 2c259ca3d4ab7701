import { useState } from 'react';
import { findProfile, profiles } from '../../../shared/profiles/index.ts';
import { call, useAction, useCall } from '../../api.ts';
import { type Language, todayDate, useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import {
  Button,
  Card,
  DateField,
  Dialog,
  FailureNotice,
  GoLink,
  Loaded,
  Quiet,
  Row,
  Select,
} from '../../ui/index.ts';
import { LanguageOf } from './LanguageOf.tsx';
import styles from './Year.module.css';

/** The reviews begun so far, and a way to begin one. */
export function Reviews() {
  const { t, language, formatDate } = useText();
  const packs = useCall('packs.list', {});
  const [isBeginning, setBeginning] = useState(false);
  return (
    <Card
      title={t('packs.list.title')}
      action={<Button onPress={() => setBeginning(true)}>{t('packs.begin')}</Button>}
    >
      <Loaded call={packs}>
        {(list) =>
          list.packs.length === 0 ? (
            <Quiet>{t('packs.list.empty')}</Quiet>
          ) : (
            <ul className={styles.reviews}>
              {list.packs.map((pack) => (
                <li key={pack.pack}>
                  <GoLink to="pack" with={{ id: pack.pack }}>
                    {pack.title || t('packs.untitled')}
                  </GoLink>
                  <Quiet small>
                    {[
                      findProfile(pack.profile)?.name[language] ?? pack.profile,
                      t('packs.list.period', { from: formatDate(pack.from), until: formatDate(pack.until) }),
                      pack.lastExport === null
                        ? t('packs.notHandedOver')
                        : t('packs.handedOver', { date: formatDate(pack.lastExport) }),
                    ].join(' · ')}
                  </Quiet>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {isBeginning ? <BeginDialog onClose={() => setBeginning(false)} /> : null}
    </Card>
  );
}

function BeginDialog(props: { onClose: () => void }) {
  const { t, language } = useText();
  const [profile, setProfile] = useState(profiles[0]?.id ?? null);
  const [documentLanguage, setDocumentLanguage] = useState<Language>(language);
  const [period, setPeriod] = useState<{ from: string | null; until: string | null }>(
    councilYear(todayDate()),
  );
  const { from, until } = period;
  const begin = useAction(async () => {
    if (profile === null || from === null || until === null) return;
    const { pack } = await call('packs.create', { profile, language: documentLanguage, from, until });
    props.onClose();
    go('pack', { id: pack });
  });
  return (
    <Dialog
      title={t('packs.begin')}
      onClose={props.onClose}
      buttons={
        <>
          <Button
            kind="primary"
            onPress={() => void begin.run()}
            isBusy={begin.busy}
            isDisabled={profile === null || from === null || until === null || from > until}
          >
            {t('packs.begin.submit')}
          </Button>
          <Button onPress={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <Select
        label={t('packs.begin.form')}
        value={profile}
        onChange={setProfile}
        options={profiles.map(({ id, name }) => ({ value: id, label: name[language] }))}
      />
      <LanguageOf value={documentLanguage} onChange={setDocumentLanguage} />
      <Row>
        <DateField
          label={t('packs.begin.from')}
          value={from}
          onChange={(value) => setPeriod({ ...period, from: value })}
        />
        <DateField
          label={t('packs.begin.until')}
          value={until}
          onChange={(value) => setPeriod({ ...period, until: value })}
        />
      </Row>
      <FailureNotice error={begin.error} />
    </Dialog>
  );
}

/** The council year (April to March) that a day lies in or, up to June, the one that just ended. */
function councilYear(today: string): { from: string; until: string } {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const start = month >= 7 ? year : year - 1;
  return { from: `${start}-04-01`, until: `${start + 1}-03-31` };
}
