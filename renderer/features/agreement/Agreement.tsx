import type { AgreementVersion } from '../../../shared/contract/agreements.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Signing } from '../../signing/Signing.tsx';
import { Button, Card, FailureNotice, GoLink, Loaded, Quiet, Row, Stack } from '../../ui/index.ts';
import { AgreementProvider, useAgreement } from './agreementContext.ts';
import { AgreementRecord } from './AgreementRecord.tsx';
import { Arrangements } from './Arrangements.tsx';
import { LeaderPromises } from './LeaderPromises.tsx';
import { Offered } from './Offered.tsx';
import { OnlyForYou } from './OnlyForYou.tsx';
import { Questions } from './Questions.tsx';
import { stateInWords } from './stateInWords.ts';

/** One version: what each of the two says, side by side, and where signing stands. */
export function Agreement(props: {
  space: string;
  version: AgreementVersion;
  hasOthers: boolean;
  isCurrent: boolean;
}) {
  const text = useText();
  const { t } = text;
  const { space, version, hasOthers, isCurrent } = props;
  const agreement = useCall('agreements.get', { agreement: version.agreement });
  return (
    <Loaded call={agreement}>
      {(page) => (
        <AgreementProvider value={page}>
          <Stack gap="loose">
            <Row>
              <p>
                {stateInWords(
                  text,
                  version,
                  page.names[page.me === 'supervisee' ? 'supervisor' : 'supervisee'],
                )}
              </p>
              {hasOthers ? (
                <GoLink to="agreementVersions" with={{ id: space }}>
                  {t('agreement.versions.open')}
                </GoLink>
              ) : null}
            </Row>
            {page.hasEarlierWords && page.signing.signed.length === 0 ? <TakeOver /> : null}
            <Questions />
            <Arrangements />
            <LeaderPromises />
            <Offered />
            <OnlyForYou />
            <Card>
              <Signing
                about={{
                  root: page.agreement,
                  me: page.me,
                  names: page.names,
                  signing: page.signing,
                  Record: AgreementRecord,
                }}
              />
            </Card>
            {isCurrent && page.signing.signed.length > 0 ? <BeginNext space={space} /> : null}
          </Stack>
        </AgreementProvider>
      )}
    </Loaded>
  );
}

function TakeOver() {
  const { t } = useText();
  const { page } = useAgreement();
  const take = useAction(() => call('agreements.takeOver', { agreement: page.agreement }));
  return (
    <Stack gap="close">
      <Row>
        <Button onPress={() => void take.run()} isBusy={take.busy}>
          {t('agreement.earlier.take')}
        </Button>
      </Row>
      <Quiet small>{t('agreement.earlier.help')}</Quiet>
      <FailureNotice error={take.error} />
    </Stack>
  );
}

function BeginNext({ space }: { space: string }) {
  const { t } = useText();
  const begin = useAction(() => call('agreements.begin', { space }));
  return (
    <Stack gap="close">
      <Row>
        <Button onPress={() => void begin.run()} isBusy={begin.busy}>
          {t('agreement.next.begin')}
        </Button>
      </Row>
      <Quiet small>{t('agreement.next.help')}</Quiet>
      <FailureNotice error={begin.error} />
    </Stack>
  );
}
