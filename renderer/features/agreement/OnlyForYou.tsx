import { useState } from 'react';
import { type PrivatePart, privateParts } from '../../../shared/model/agreement.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import {
  Button,
  Card,
  Checkbox,
  Dialog,
  Disclosure,
  FailureNotice,
  Loaded,
  Quiet,
  Row,
  SavedState,
  Stack,
  TextArea,
} from '../../ui/index.ts';
import { useDraft } from '../../useDraft.ts';
import { draftsOfKind, useAgreement } from './agreementContext.ts';

/** What is private first. It lives outside the agreement; a line of it can be offered as a copy. */
export function OnlyForYou() {
  const { t } = useText();
  const { page } = useAgreement();
  const own = useCall('agreements.private', { space: page.space });
  return (
    <Card>
      <Disclosure title={t('agreement.private.title')} level={2}>
        <Stack>
          <Quiet>{t('agreement.private.lead')}</Quiet>
          <Loaded call={own}>
            {(texts) => (
              <Stack gap="loose">
                {privateParts.map((part) => (
                  <Private key={part} part={part} initial={texts[part]} />
                ))}
              </Stack>
            )}
          </Loaded>
        </Stack>
      </Disclosure>
    </Card>
  );
}

function Private({ part, initial }: { part: PrivatePart; initial: string }) {
  const { t } = useText();
  const { page, isSigned } = useAgreement();
  const { space } = page;
  const [isOffering, setOffering] = useState(false);
  const { value, change, autosave } = useDraft<'agreements.savePrivate', { text: string }>({
    key: `agreement:private:${space}:${part}`,
    method: 'agreements.savePrivate',
    initial: { text: initial },
    toInput: ({ text }) => ({ space, part, text }),
  });
  return (
    <Stack gap="close">
      <TextArea
        label={t(`agreement.private.${part}`)}
        description={t(`agreement.private.${part}Help`)}
        wide
        writing
        value={value.text}
        onChange={(text) => change({ text })}
        onBlur={() => void autosave.flush()}
        maxLength={20_000}
      />
      <Row>
        {isSigned ? null : (
          <Button
            onPress={() => setOffering(true)}
            label={`${t('agreement.private.offer')}: ${t(`agreement.private.${part}`)}`}
          >
            {t('agreement.private.offer')}
          </Button>
        )}
        <SavedState autosave={autosave} />
      </Row>
      {isOffering ? <OfferLines part={part} text={value.text} onClose={() => setOffering(false)} /> : null}
    </Stack>
  );
}

/** Lines to copy into words I may show. What they were copied from is not in them. */
function OfferLines(props: { part: PrivatePart; text: string; onClose: () => void }) {
  const { t } = useText();
  const { page } = useAgreement();
  const { part, onClose } = props;
  const lines = props.text
    .split('\n')
    .map((text, index) => ({ text: text.trim(), index }))
    .filter((line) => line.text !== '');
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const copy = useAction(async () => {
    const { agreement, me, view } = page;
    const draft = draftsOfKind(page, 'agreementLine').find((one) => one.body.part === part);
    const shown = view.lines.find((one) => one.part === part)?.[me] ?? '';
    const before = draft?.body.text ?? shown;
    const added = lines.filter((line) => chosen.includes(line.index)).map((line) => line.text);
    const text = [...(before.trim() === '' ? [] : [before]), ...added].join('\n');
    await call('agreements.saveLine', { agreement, part, text });
    onClose();
  });
  return (
    <Dialog
      title={t('agreement.offer.title')}
      onClose={onClose}
      keepsButtons
      buttons={
        <>
          <Button
            kind="primary"
            onPress={() => void copy.run()}
            isBusy={copy.busy}
            isDisabled={chosen.length === 0}
          >
            {t('agreement.offer.copy')}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <Quiet>{t('agreement.offer.help')}</Quiet>
      {lines.length === 0 ? (
        <p>{t('agreement.offer.none')}</p>
      ) : (
        <fieldset>
          <legend>{t('agreement.offer.lines')}</legend>
          <Stack gap="close">
            {lines.map(({ text, index }) => (
              <Checkbox
                key={index}
                isSelected={chosen.includes(index)}
                onChange={(isSelected) =>
                  setChosen(isSelected ? [...chosen, index] : chosen.filter((one) => one !== index))
                }
              >
                {text}
              </Checkbox>
            ))}
          </Stack>
        </fieldset>
      )}
      <FailureNotice error={copy.error} />
    </Dialog>
  );
}
