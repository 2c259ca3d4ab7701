import { ListNode } from '@lexical/list';
import { HeadingNode } from '@lexical/rich-text';
import {
  COMMAND_PRIORITY_CRITICAL,
  type ElementFormatType,
  FORMAT_ELEMENT_COMMAND,
  INDENT_CONTENT_COMMAND,
  type LexicalEditor,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  TextNode,
} from 'lexical';
import { markBits } from './fromProse.ts';
import { headingTag } from './nodes.ts';

const ours = Object.values(markBits).reduce((bits, bit) => bits | bit, 0);

/**
 * Whatever comes in by drag, by an operating system's menu or from the clipboard of another editor is cut down to what
 * prose can say: what is on the screen is what is saved.
 */
export function keepToProse(editor: LexicalEditor): () => void {
  const never = () => true;
  return mergeRegister(
    editor.registerNodeTransform(TextNode, (node) => {
      if ((node.getFormat() & ~ours) !== 0) node.setFormat(node.getFormat() & ours);
      if (node.getStyle() !== '') node.setStyle('');
    }),
    editor.registerNodeTransform(HeadingNode, (node) => {
      if (node.getTag() !== headingTag) node.setTag(headingTag);
    }),
    editor.registerNodeTransform(ListNode, (node) => {
      if (node.getListType() !== 'bullet') node.setListType('bullet');
    }),
    editor.registerCommand(INDENT_CONTENT_COMMAND, never, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(OUTDENT_CONTENT_COMMAND, never, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand<ElementFormatType>(FORMAT_ELEMENT_COMMAND, never, COMMAND_PRIORITY_CRITICAL),
  );
}
