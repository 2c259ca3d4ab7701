import { Quiet, Words } from '../ui/index.ts';

/** What was said under a label; nothing at all when it was not said. */
export function Said({ label, text }: { label: string; text: string }) {
  if (text.trim() === '') return null;
  return (
    <div>
      <Quiet small>{label}</Quiet>
      <Words>{text}</Words>
    </div>
  );
}
