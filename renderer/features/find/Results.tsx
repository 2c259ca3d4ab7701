import { useRef, useState } from 'react';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { SearchResult } from '../../../shared/contract/pages.ts';
import { useCall } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, FailureNotice, GoLink, Quiet } from '../../ui/index.ts';
import styles from './Find.module.css';

type Order = Input<'search.find'>['order'];

/** The first twenty, and further ones when they are asked for. */
export function Results(props: { query: string; order: Order }) {
  const { t } = useText();
  return (
    <section aria-label={t('find.results')}>
      <Stretch {...props} before={null} />
    </section>
  );
}

function Stretch(props: { query: string; order: Order; before: number | null }) {
  const { t, language } = useText();
  const { query, order, before } = props;
  const found = useCall('search.find', { query, language, order, before, limit: 20 });
  const shown = useLast(found.value);
  // "More" belongs to one list: with other words it is a new one.
  const key = `${query} ${order}`;
  const [moreOf, setMoreOf] = useState<string | null>(null);
  if (found.state === 'failed') return <FailureNotice error={found.error} onRetry={found.reload} />;
  if (shown === null) return null;
  const last = shown.results.at(-1);
  if (last === undefined) {
    return before === null ? (
      <div role="status">
        <Quiet>{t('find.none')}</Quiet>
      </div>
    ) : null;
  }
  return (
    <>
      <ul className={styles.results}>
        {shown.results.map((result) => (
          <li key={result.item}>
            <Result result={result} query={query} />
          </li>
        ))}
      </ul>
      {moreOf === key ? (
        <Stretch query={query} order={order} before={last.place} />
      ) : shown.more ? (
        <Button onPress={() => setMoreOf(key)}>{t('find.more')}</Button>
      ) : null}
    </>
  );
}

function Result(props: { result: SearchResult; query: string }) {
  const { t, formatDate } = useText();
  const { result } = props;
  const inside = (
    <>
      <span className={styles.head}>
        {result.title === '' ? null : <span className={styles.name}>{result.title}</span>}
        <span className={result.title === '' ? styles.name : styles.date}>{formatDate(result.date)}</span>
      </span>
      <span className={styles.snippet}>
        {withOffsets(result.snippet).map(({ at, text, isMatch }) =>
          isMatch ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
        )}
      </span>
    </>
  );
  if (result.turn !== null) {
    const { meeting, round } = result.turn;
    return (
      <GoLink to="circleMeeting" with={{ id: meeting, round }} className={styles.result}>
        {inside}
        <span className={styles.date}>{t('find.inCircle')}</span>
      </GoLink>
    );
  }
  return (
    <GoLink to="page" with={{ id: result.item, find: props.query }} className={styles.result}>
      {inside}
    </GoLink>
  );
}

function withOffsets(snippet: SearchResult['snippet']) {
  let at = 0;
  return snippet.map((part) => {
    const own = { ...part, at };
    at += part.text.length;
    return own;
  });
}

/** The last answer stays in sight while the next letter's is on its way, so that nothing flickers. */
function useLast(value: Output<'search.find'> | undefined): Output<'search.find'> | null {
  const last = useRef<Output<'search.find'> | null>(null);
  if (value !== undefined) last.current = value;
  return last.current;
}
