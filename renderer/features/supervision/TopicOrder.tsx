import { ArrowDown, ArrowUp } from 'lucide-react';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, Row, Stack } from '../../ui/index.ts';
import styles from './Session.module.css';
import { useSession } from './sessionContext.ts';

/** My own topics, each with a way up and a way down. */
export function TopicOrder(props: {
  topics: readonly { readonly place: string; readonly title: string }[];
  onDone: () => void;
}) {
  const { t } = useText();
  const { page } = useSession();
  const order = props.topics.map((topic) => topic.place);
  const move = useAction(async (from: number, to: number) => {
    const topics = [...order];
    const [moved] = topics.splice(from, 1);
    if (moved === undefined) return;
    topics.splice(to, 0, moved);
    await call('sessions.orderTopics', { session: page.session, topics });
  });
  return (
    <Stack gap="close">
      <ol className={styles.plain}>
        {props.topics.map(({ place, title }, index) => (
          <li key={place}>
            <Row apart>
              <span className={styles.kept}>{title}</span>
              <Row>
                <Button
                  kind="plain"
                  label={t('sessions.topics.up', { title })}
                  isDisabled={index === 0}
                  onPress={() => void move.run(index, index - 1)}
                >
                  <ArrowUp size={18} aria-hidden="true" />
                </Button>
                <Button
                  kind="plain"
                  label={t('sessions.topics.down', { title })}
                  isDisabled={index === props.topics.length - 1}
                  onPress={() => void move.run(index, index + 1)}
                >
                  <ArrowDown size={18} aria-hidden="true" />
                </Button>
              </Row>
            </Row>
          </li>
        ))}
      </ol>
      <FailureNotice error={move.error} />
      <div>
        <Button onPress={props.onDone}>{t('common.done')}</Button>
      </div>
    </Stack>
  );
}
