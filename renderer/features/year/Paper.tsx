import { type DocumentBlock, documentBlocks, type LineBlock } from '../../../shared/model/documentBlocks.ts';
import type { PackDocument } from '../../../shared/model/packDocument.ts';
import styles from './Paper.module.css';

/** The document as it will be on paper, from the very blocks that every format prints. Its headings begin below the page's own. */
export function Paper({ document }: { document: PackDocument }) {
  return (
    <div className={styles.paper} lang={document.language} data-testid="paper">
      {inOrder(documentBlocks(document)).map(({ key, part }) => (
        <Block key={key} block={part} />
      ))}
    </div>
  );
}

function Block({ block }: { block: DocumentBlock }) {
  switch (block.type) {
    case 'title':
      return <h3 className={styles.title}>{block.text}</h3>;
    case 'heading':
      return <h4 className={styles.heading}>{block.text}</h4>;
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'note':
      return <p className={styles.small}>{block.text}</p>;
    case 'lines':
      return (
        <ul className={styles.lines}>
          {inOrder(block.lines).map(({ key, part }) => (
            <Line key={key} line={part} />
          ))}
        </ul>
      );
    case 'table':
      return <FormTable table={block} />;
    case 'space':
      return <div className={styles.space} />;
  }
}

function Line({ line }: { line: LineBlock }) {
  return (
    <li className={styles[line.voice]}>
      {inOrder(line.paragraphs).map(({ key, part }) => (
        <p key={key}>{part}</p>
      ))}
      <p className={styles.small}>{line.byline}</p>
      {line.consent === null ? null : <p className={styles.small}>{line.consent}</p>}
    </li>
  );
}

function FormTable({ table }: { table: Extract<DocumentBlock, { type: 'table' }> }) {
  return (
    <table className={`${styles.table} ${table.roomy ? styles.roomy : ''}`} aria-label={table.label}>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([first = '', ...rest]) => (
          <tr key={first}>
            <th scope="row">{first}</th>
            {inOrder(rest).map(({ key, part }) => (
              <td key={key}>{part}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Parts of a document have no names of their own, may say the same, and never move: their place is their key. */
function inOrder<T>(parts: readonly T[]): { readonly key: string; readonly part: T }[] {
  return parts.map((part, place) => ({ key: String(place), part }));
}
