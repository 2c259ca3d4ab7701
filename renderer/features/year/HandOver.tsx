import { useState } from 'react';
import type { PackView } from '../../../shared/contract/packs.ts';
import { type PackFormat, packFormats } from '../../../shared/model/evidence.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, Disclosure, FailureNotice, Notice, Quiet, Row, Stack } from '../../ui/index.ts';

/** The ways out, to a file the person chooses. Nothing goes before what was found has been looked at. */
export function HandOver(props: {
  pack: string;
  seen: string;
  passed: boolean;
  exports: PackView['exports'];
}) {
  const { t, formatDate } = useText();
  const [saved, setSaved] = useState<string | null>(null);
  const save = useAction(async (format: PackFormat) => {
    setSaved(null);
    const { path } = await call('packs.export', { pack: props.pack, format, seen: props.seen, path: null });
    setSaved(path);
  });
  return (
    <Card title={t('packs.handOver.title')}>
      <Stack>
        <Notice tone="caution">{t('packs.handOver.warning')}</Notice>
        {props.passed ? null : <Quiet>{t('packs.handOver.last')}</Quiet>}
        <Row>
          {packFormats.map((format) => (
            <Button
              key={format}
              kind={format === 'docx' ? 'primary' : 'quiet'}
              isDisabled={!props.passed}
              isBusy={save.busy}
              onPress={() => void save.run(format)}
              label={t('packs.handOver.saveAs', { format: t(`packs.handOver.${format}`) })}
            >
              {t(`packs.handOver.${format}`)}
            </Button>
          ))}
        </Row>
        <div role="status">{saved === null ? null : t('packs.handOver.done', { path: saved })}</div>
        <FailureNotice error={save.error} />
        {props.exports.length === 0 ? null : (
          <Disclosure title={t('packs.handOver.earlier')}>
            <ul>
              {props.exports.map(({ at, format, hash }) => (
                <li key={`${at}:${hash}`}>
                  {t('packs.handOver.earlierOne', {
                    date: formatDate(at),
                    format: t(`packs.handOver.${format}`),
                  })}
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Stack>
    </Card>
  );
}
