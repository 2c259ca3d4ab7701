import { useState } from 'react';
import type { AgreementPage, AgreementVersion } from '../../../shared/contract/agreements.ts';
import { type AgreementRow, compareAgreements } from '../../../shared/model/compareAgreements.ts';
import { useCall } from '../../api.ts';
import { type MessageKey, type Text, useText } from '../../i18n.ts';
import { Checkbox, GoLink, Loaded, Page, Row, Select, Stack, Table } from '../../ui/index.ts';
import styles from './Agreement.module.css';
import { promisedBy } from './promisedBy.ts';

/** Two versions in two columns, and in words what changed. */
export function VersionsPage({ id }: { id: string }) {
  const { t } = useText();
  const list = useCall('agreements.list', { space: id });
  return (
    <Page
      wide
      title={t('agreement.versions.title')}
      above={
        <GoLink to="agreement" with={{ id }}>
          {t('agreement.versions.back')}
        </GoLink>
      }
    >
      <Loaded call={list}>
        {({ versions }) =>
          versions.length < 2 ? <p>{t('agreement.versions.one')}</p> : <Choose versions={versions} />
        }
      </Loaded>
    </Page>
  );
}

function Choose({ versions }: { versions: readonly AgreementVersion[] }) {
  const text = useText();
  const { t } = text;
  const [later, setLater] = useState(versions[0]?.agreement ?? '');
  const [earlier, setEarlier] = useState(versions[1]?.agreement ?? '');
  const options = versions.map((version) => ({
    value: version.agreement,
    label: versionName(text, version),
  }));
  const before = useCall('agreements.get', { agreement: earlier });
  const after = useCall('agreements.get', { agreement: later });
  const nameOf = (agreement: string) => options.find((one) => one.value === agreement)?.label ?? '';
  return (
    <Stack gap="loose">
      <Row>
        <Select
          label={t('agreement.versions.earlier')}
          value={earlier}
          onChange={setEarlier}
          options={options}
        />
        <Select label={t('agreement.versions.later')} value={later} onChange={setLater} options={options} />
      </Row>
      <Loaded call={before}>
        {(one) => (
          <Loaded call={after}>
            {(other) => <Compared pages={[one, other]} titles={[nameOf(earlier), nameOf(later)]} />}
          </Loaded>
        )}
      </Loaded>
    </Stack>
  );
}

function Compared(props: {
  pages: readonly [AgreementPage, AgreementPage];
  titles: readonly [string, string];
}) {
  const text = useText();
  const { t } = text;
  const [onlyChanged, setOnlyChanged] = useState(false);
  const [earlier, later] = props.pages;
  const rows = compareAgreements(earlier.view, later.view, (promise) =>
    [promise.text, promisedBy(text, promise)].join('\n'),
  );
  const shown = onlyChanged ? rows.filter((row) => row.change !== 'same') : rows;
  return (
    <Stack>
      <Checkbox isSelected={onlyChanged} onChange={setOnlyChanged}>
        {t('agreement.versions.onlyChanged')}
      </Checkbox>
      {shown.length === 0 ? (
        <p>{t('agreement.versions.same')}</p>
      ) : (
        <div className={styles.versions}>
          <Table
            caption={t('agreement.versions.table')}
            rows={shown}
            rowKey={(row) => `${row.about.kind}-${'key' in row.about ? row.about.key : ''}-${row.role}`}
            columns={[
              {
                key: 'about',
                title: t('agreement.arrangements.what'),
                cell: (row) => aboutInWords(text, row),
              },
              {
                key: 'who',
                title: t('agreement.versions.who'),
                cell: (row) => (row.role === 'both' ? t('agreement.versions.both') : later.names[row.role]),
              },
              { key: 'before', title: props.titles[0], cell: (row) => <Said row={row} text={row.before} /> },
              { key: 'after', title: props.titles[1], cell: (row) => <Said row={row} text={row.after} /> },
              {
                key: 'change',
                title: t('agreement.versions.change'),
                cell: (row) => <strong>{t(changeKey(row, later))}</strong>,
              },
            ]}
          />
        </div>
      )}
    </Stack>
  );
}

/** What is not in a version that is still being talked about may yet come. */
function changeKey(row: AgreementRow, later: AgreementPage): MessageKey {
  const isOpen = later.signing.signed.length === 0;
  return row.change === 'gone' && isOpen ? 'agreement.change.notYet' : `agreement.change.${row.change}`;
}

function Said({ row, text }: { row: AgreementRow; text: string | null }) {
  const { formatDate } = useText();
  if (text === null) return '–';
  return <span className={styles.kept}>{row.about.kind === 'reviewOn' ? formatDate(text) : text}</span>;
}

function aboutInWords({ t }: Pick<Text, 't'>, { about }: AgreementRow): string {
  switch (about.kind) {
    case 'answer':
      return t(`agreement.question.${about.key}`);
    case 'arrangement':
      return t(`agreement.key.${about.key}`);
    case 'line':
      return t(`agreement.private.${about.key}`);
    case 'reviewOn':
      return t('agreement.key.reviewOn');
    case 'leaderPromise':
      return t('agreement.never.title');
  }
}

function versionName({ t, formatDate }: Pick<Text, 't' | 'formatDate'>, version: AgreementVersion): string {
  if (version.signedAt !== null)
    return t('agreement.versions.signed', { date: formatDate(version.signedAt) });
  return t(version.aside ? 'agreement.versions.aside' : 'agreement.versions.unsigned');
}
