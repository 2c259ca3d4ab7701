import type { ReactNode } from 'react';
import type { Block, Prose, Span } from '../../shared/model/prose.ts';
import styles from './Prose.module.css';

/** Prose to read. */
export function ProseView(props: { prose: Prose }) {
  return (
    <div className={styles.prose}>
      {numbered(groups(props.prose.blocks)).map(({ number, value }) => (
        <GroupView key={number} group={value} />
      ))}
    </div>
  );
}

/** Parts of a text that stands still have no name but their place. */
export function numbered<T>(all: readonly T[]): { readonly number: number; readonly value: T }[] {
  return all.map((value, number) => ({ number, value }));
}

type Group = { readonly isList: boolean; readonly blocks: readonly Block[] };

/** Bullets that follow one another are one list. */
function groups(blocks: readonly Block[]): Group[] {
  const all: { isList: boolean; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    if (block.type === 'bullet' && last?.isList) last.blocks.push(block);
    else all.push({ isList: block.type === 'bullet', blocks: [block] });
  }
  return all;
}

function GroupView({ group }: { group: Group }) {
  if (group.isList) {
    return (
      <ul className={styles.bullets}>
        {numbered(group.blocks).map(({ number, value }) => (
          <li key={number} className={styles.bullet}>
            <Spans spans={value.spans} />
          </li>
        ))}
      </ul>
    );
  }
  const block = group.blocks[0];
  const spans = block?.spans ?? [];
  // An empty paragraph is a blank line, and keeps its height.
  const content: ReactNode = spans.length === 0 ? <br /> : <Spans spans={spans} />;
  if (block?.type === 'heading') return <h3 className={styles.heading}>{content}</h3>;
  if (block?.type === 'quote') return <blockquote className={styles.quote}>{content}</blockquote>;
  return <p className={styles.paragraph}>{content}</p>;
}

function Spans({ spans }: { spans: readonly Span[] }) {
  return numbered(spans).map(({ number, value }) => (
    <span key={number} className={(value.marks ?? []).map((mark) => styles[mark]).join(' ') || undefined}>
      {value.text}
    </span>
  ));
}
