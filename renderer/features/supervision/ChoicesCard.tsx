import type { Output } from '../../../shared/contract/index.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Card, Disclosure, FailureNotice, Loaded, Quiet, Row, Stack } from '../../ui/index.ts';
import styles from './Session.module.css';

type Choice = Output<'choices.get'>['choices'][number];

/** What a pair has only while both want it. Not answering a suggestion, and putting it aside, look the same to the other. */
export function ChoicesCard({ space }: { space: string }) {
  const { t } = useText();
  const choices = useCall('choices.get', { space });
  return (
    <Card>
      <Loaded call={choices}>
        {(value) => (
          <Disclosure
            title={t('choices.title')}
            level={2}
            startsOpen={value.choices.some((choice) => choice.isSuggested)}
          >
            <Stack>
              <Quiet>{t('choices.help')}</Quiet>
              {value.choices.map((choice) => (
                <OneChoice key={choice.feature} choice={choice} space={space} name={value.otherName} />
              ))}
            </Stack>
          </Disclosure>
        )}
      </Loaded>
    </Card>
  );
}

function OneChoice(props: { choice: Choice; space: string; name: string }) {
  const { t } = useText();
  const { choice, space, name } = props;
  const { feature, isOn, mine, isSuggested } = choice;
  const set = useAction((on: boolean) => call('choices.set', { space, feature, on }));
  const putAside = useAction(() => call('choices.putAside', { space, feature }));
  const title = t(`choices.${feature}.title`);
  const button = (key: 'turnOn' | 'turnOff' | 'suggest' | 'takeBack', on: boolean) => (
    <Button
      onPress={() => void set.run(on)}
      isBusy={set.busy}
      label={`${t(`choices.${key}`, { name })}: ${title}`}
    >
      {t(`choices.${key}`, { name })}
    </Button>
  );
  return (
    <section className={styles.said}>
      <h3>{title}</h3>
      <Quiet>{t(`choices.${feature}.what`)}</Quiet>
      {isOn ? (
        <>
          <p>{t('choices.isOn')}</p>
          <Row>{button('turnOff', false)}</Row>
        </>
      ) : mine ? (
        <>
          <p>{t('choices.suggested', { name })}</p>
          <Row>{button('takeBack', false)}</Row>
        </>
      ) : isSuggested ? (
        <>
          <p>{t('choices.suggestedToYou', { name })}</p>
          <Row>
            {button('turnOn', true)}
            <Button onPress={() => void putAside.run()} isBusy={putAside.busy}>
              {t('choices.notToday')}
            </Button>
          </Row>
        </>
      ) : (
        <Row>{button('suggest', true)}</Row>
      )}
      <FailureNotice error={set.error ?? putAside.error} />
    </section>
  );
}
