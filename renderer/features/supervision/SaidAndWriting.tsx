import { type ReactNode, useState } from 'react';
import type { Role } from '../../../shared/model/member.ts';
import { useAction } from '../../api.ts';
import { Button, FailureNotice, Quiet } from '../../ui/index.ts';
import { useText } from '../../i18n.ts';
import styles from './Session.module.css';
import { useSession } from './sessionContext.ts';
import { ShownActions } from './Voices.tsx';

type Said = { readonly item: string; readonly role: Role };

type Writing = { readonly item: string; readonly shown: boolean; readonly body: { readonly text: string } };

/** What was decided, or promised, at one place: what both see, what only I see, and a way to write another. */
export function SaidAndWriting<S extends Said, D extends Writing>(props: {
  said: readonly S[];
  /** My working copies of this kind at this place. */
  drafts: readonly D[];
  title: string;
  addLabel: string;
  /** Names a working copy that has no words yet. */
  begunLabel: string;
  /** Saves a working copy: a new one without words, or one that says what is shown. Its item is opened then. */
  begin: (said: S | null) => Promise<{ readonly item: string }>;
  renderSaid: (one: S) => ReactNode;
  /** Folded below what is shown and its buttons. */
  renderBelow?: (one: S) => ReactNode;
  renderDraft: (draft: D, onClose: () => void) => ReactNode;
}) {
  const { t } = useText();
  const { page, isSigned, typingFor } = useSession();
  const [open, setOpen] = useState<string | null>(null);
  const { drafts } = props;
  const editing = drafts.find((draft) => draft.item === open);
  const waiting = drafts.filter((draft) => draft.item !== open && !draft.shown);
  const mayWrite = !isSigned && typingFor === page.me;
  const begin = useAction(async () => setOpen((await props.begin(null)).item));
  if (!mayWrite && props.said.length === 0) return null;
  return (
    <section className={styles.part}>
      {props.said.length + drafts.length === 0 ? null : <h3>{props.title}</h3>}
      <ul className={styles.plain}>
        {props.said
          .filter((one) => one.item !== open)
          .map((one) => (
            <li key={one.item}>
              {props.renderSaid(one)}
              <ShownActions
                said={one}
                onChange={async () => setOpen((await props.begin(one)).item)}
                onOpenDraft={setOpen}
              />
              {props.renderBelow?.(one)}
            </li>
          ))}
        {editing === undefined ? null : (
          <li key={editing.item}>{props.renderDraft(editing, () => setOpen(null))}</li>
        )}
        {waiting.map((draft) => (
          <li key={draft.item}>
            <Button kind="plain" onPress={() => setOpen(draft.item)}>
              {draft.body.text.split('\n')[0] || props.begunLabel}
            </Button>
            <Quiet small>{t('sessions.onlyYou')}</Quiet>
          </li>
        ))}
      </ul>
      {mayWrite && open === null ? (
        <div>
          <Button onPress={() => void begin.run()} isBusy={begin.busy}>
            {props.addLabel}
          </Button>
        </div>
      ) : null}
      <FailureNotice error={begin.error} />
    </section>
  );
}
