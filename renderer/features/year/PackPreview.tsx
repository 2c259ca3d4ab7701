import type { PackView } from '../../../shared/contract/packs.ts';
import type { PackDocument } from '../../../shared/model/packDocument.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, Loaded, Page, Quiet, Stack, Table } from '../../ui/index.ts';
import { Findings } from './Findings.tsx';
import { HandOver } from './HandOver.tsx';
import { Paper } from './Paper.tsx';

/** Exactly what would leave: the document itself, every line with whose it is, what may point to a person, and the ways out. */
export function PackPreview(props: { view: PackView; onWrite: () => void }) {
  const { t } = useText();
  const { pack, exports } = props.view;
  const preview = useCall('packs.preview', { pack });
  return (
    <Page
      title={t('packs.preview.title')}
      lead={t('packs.preview.lead')}
      action={<Button onPress={props.onWrite}>{t('packs.page.write')}</Button>}
    >
      <Loaded call={preview}>
        {({ document, seen, findings, passed, kept }) => (
          <Stack gap="loose">
            <Card title={t('packs.document.title')}>
              <Paper document={document} />
            </Card>
            <Card title={t('packs.lines.title')}>
              <LineList document={document} />
            </Card>
            <Card title={t('packs.check.title')}>
              <Findings
                key={seen}
                pack={pack}
                seen={seen}
                document={document}
                findings={findings}
                kept={kept}
                passed={passed}
              />
            </Card>
            <HandOver pack={pack} seen={seen} passed={passed} exports={exports} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function LineList({ document }: { document: PackDocument }) {
  const { t } = useText();
  const authors = new Map(document.authors.map(({ key, name }) => [key, name]));
  const rows = document.sections.flatMap((section) =>
    section.lines.map((line, index) => ({ key: `${section.key}:${index}`, line })),
  );
  if (rows.length === 0) return <Quiet>{t('packs.lines.none')}</Quiet>;
  return (
    <Table
      caption={t('packs.lines.title')}
      hideCaption
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'words', title: t('packs.lines.words'), cell: ({ line }) => line.text },
        { key: 'author', title: t('packs.lines.author'), cell: ({ line }) => authors.get(line.author) ?? '' },
        {
          key: 'consent',
          title: t('packs.lines.consent'),
          cell: ({ line }) => (line.consent === null ? t('packs.consent.own') : t('packs.consent.yes')),
        },
      ]}
    />
  );
}
