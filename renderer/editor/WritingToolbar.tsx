import { FORMAT_TEXT_COMMAND, type LexicalEditor } from 'lexical';
import { Bold, Heading, Italic, List, type LucideIcon, Quote, Underline } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Toolbar } from 'react-aria-components';
import type { Mark } from '../../shared/model/prose.ts';
import { useText } from '../i18n.ts';
import { Button } from '../ui/index.ts';
import { $readFormats, type Formats, toggleBlockType } from './blockType.ts';
import styles from './WritingToolbar.module.css';

const markTools = [
  { mark: 'bold', Icon: Bold, keys: 'Control+B' },
  { mark: 'italic', Icon: Italic, keys: 'Control+I' },
  { mark: 'underline', Icon: Underline, keys: 'Control+U' },
] as const satisfies readonly { mark: Mark; Icon: LucideIcon; keys: string }[];

const blockTools = [
  { type: 'heading', Icon: Heading, keys: 'Control+Shift+7' },
  { type: 'bullet', Icon: List, keys: 'Control+Shift+8' },
  { type: 'quote', Icon: Quote, keys: 'Control+Shift+9' },
] as const;

const nothing: Formats = { marks: [], block: 'paragraph' };

/** Six tools for whichever editor of the page was written in last: one stop of the Tab key, arrows between them. */
export function WritingToolbar(props: { editor: LexicalEditor | null; children?: ReactNode }) {
  const { t } = useText();
  const { editor } = props;
  const formats = useFormats(editor);

  function act(work: (editor: LexicalEditor) => void): void {
    if (editor === null) return;
    work(editor);
    editor.focus();
  }

  return (
    <div className={styles.bar}>
      <Toolbar className={styles.tools ?? ''} aria-label={t('editor.toolbar')}>
        {markTools.map(({ mark, Icon, keys }) => (
          <Button
            key={mark}
            label={t(`editor.${mark}`)}
            keys={keys}
            isPressed={formats.marks.includes(mark)}
            isDisabled={editor === null}
            onPress={() => act((to) => to.dispatchCommand(FORMAT_TEXT_COMMAND, mark))}
          >
            <Icon size={18} aria-hidden="true" />
          </Button>
        ))}
        {blockTools.map(({ type, Icon, keys }) => (
          <Button
            key={type}
            label={t(`editor.${type}`)}
            keys={keys}
            isPressed={formats.block === type}
            isDisabled={editor === null}
            onPress={() => act((to) => toggleBlockType(to, type))}
          >
            <Icon size={18} aria-hidden="true" />
          </Button>
        ))}
      </Toolbar>
      {props.children}
    </div>
  );
}

/** What the caret stands in; drawn again only when that changes, not at every key. */
function useFormats(editor: LexicalEditor | null): Formats {
  const [formats, setFormats] = useState(nothing);
  useEffect(() => {
    if (editor === null) return;
    return editor.registerUpdateListener(({ editorState }) => {
      const now = editorState.read($readFormats);
      setFormats((last) => (sameFormats(last, now) ? last : now));
    });
  }, [editor]);
  return formats;
}

function sameFormats(one: Formats, other: Formats): boolean {
  return one.block === other.block && one.marks.join() === other.marks.join();
}
