import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Dialog, FailureNotice, Quiet, Row, Stack, TextField } from '../../ui/index.ts';

type Request = NonNullable<Output<'devices.readRequest'>['request']>;

/** The old computer's side of linking: the new one's file, the words on its screen, the code from paper. */
export function AddDeviceDialog(props: { onClose: () => void }) {
  const { t, formatDate, formatTime } = useText();
  const [request, setRequest] = useState<Request | null>(null);
  const [words, setWords] = useState('');
  const [recoveryCode, setRecoveryCode] = useState('');
  const [isMade, setMade] = useState(false);
  const choose = useAction(async () => {
    const read = await call('devices.readRequest', { path: null });
    if (read.request !== null) setRequest(read.request);
  });
  const answer = useAction(async () => {
    if (request === null) return;
    const input = { request: request.path, words, recoveryCode, answer: null };
    const { path } = await call('devices.answer', input);
    if (path !== null) setMade(true);
  });
  const wrong = answer.error?.code;

  if (isMade && request !== null) {
    return (
      <Dialog
        title={t('devices.add.made.title')}
        onClose={props.onClose}
        buttons={
          <Button kind="primary" onPress={props.onClose} autoFocus>
            {t('common.done')}
          </Button>
        }
      >
        <Stack>
          <p>{t('devices.add.made.lead', { name: request.name })}</p>
          <p>{t('devices.add.made.sealed')}</p>
        </Stack>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t('devices.add')}
      onClose={props.onClose}
      buttons={
        <>
          {request === null ? (
            <Button kind="primary" onPress={() => void choose.run()} isBusy={choose.busy}>
              {t('devices.add.choose')}
            </Button>
          ) : (
            <Button kind="primary" onPress={() => void answer.run()} isBusy={answer.busy}>
              {t('devices.add.answer')}
            </Button>
          )}
          <Button kind="plain" onPress={props.onClose}>
            {t('common.notNow')}
          </Button>
        </>
      }
    >
      {request === null ? (
        <Stack>
          <p>{t('devices.add.lead')}</p>
          <FailureNotice error={choose.error} />
        </Stack>
      ) : (
        <Stack>
          <p>
            {t('devices.add.request', {
              name: request.name,
              day: formatDate(request.at),
              time: formatTime(request.at),
            })}
          </p>
          <TextField
            label={t('devices.add.words')}
            description={t('devices.add.words.help')}
            value={words}
            onChange={setWords}
            maxLength={400}
            autoFocus
            error={wrong === 'link_words' ? t('errors.link_words') : null}
          />
          <TextField
            label={t('devices.recoveryCode')}
            description={t('devices.add.code.help')}
            value={recoveryCode}
            onChange={setRecoveryCode}
            maxLength={200}
            error={wrong === 'wrong_recovery_code' ? t('errors.wrong_recovery_code') : null}
          />
          <Quiet>{t('devices.add.stays')}</Quiet>
          {wrong === 'link_words' || wrong === 'wrong_recovery_code' ? null : (
            <FailureNotice error={answer.error} />
          )}
          <Row>
            <Button kind="plain" onPress={() => setRequest(null)}>
              {t('common.back')}
            </Button>
          </Row>
        </Stack>
      )}
    </Dialog>
  );
}
