import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import type { CreateEditorArgs } from 'lexical';
import styles from './Prose.module.css';

/** Everything an editor of ours can hold: what prose.ts can say, and nothing else. */
export const proseNodes = [HeadingNode, QuoteNode, ListNode, ListItemNode];

/** The heading of a passage: below the page's title (h1) and its questions (h2). */
export const headingTag = 'h3';

/** Class names only: the content policy lets no style attribute in. */
export const proseTheme: NonNullable<CreateEditorArgs['theme']> = {
  paragraph: styles.paragraph ?? '',
  quote: styles.quote ?? '',
  heading: { [headingTag]: styles.heading ?? '' },
  list: { ul: styles.bullets ?? '', listitem: styles.bullet ?? '' },
  text: {
    bold: styles.bold ?? '',
    italic: styles.italic ?? '',
    underline: styles.underline ?? '',
  },
};
