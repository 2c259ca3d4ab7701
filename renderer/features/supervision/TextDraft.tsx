import { useState } from 'react';
import { type Place, sessionParts } from '../../../shared/model/session.ts';
import { useAutosave } from '../../autosave.ts';
import { useText } from '../../i18n.ts';
import { LookAtWords } from '../../language/LookAtWords.tsx';
import { lookedAtField } from '../../language/lookedAt.ts';
import { Button, TextArea } from '../../ui/index.ts';
import { DraftBox } from './DraftBox.tsx';
import { OfferLine } from './OfferLine.tsx';
import { type DraftOf, useSession } from './sessionContext.ts';

/** Plain words being written: a voice, words typed for the guest, or words after signing. Saved as they are typed. */
export function TextDraft(props: {
  draft: DraftOf<'voice'> | DraftOf<'scribed'> | DraftOf<'amendment'>;
  label: string;
  onClose: () => void;
}) {
  const { t } = useText();
  const { page } = useSession();
  const { draft } = props;
  const [text, setText] = useState(draft.body.text);
  const [isOffering, setOffering] = useState(false);
  const { session } = page;
  const { item } = draft;
  const place = draft.place as Place;
  const voice = useAutosave({
    key: `sessions:${item}`,
    method: 'sessions.saveVoice',
    toInput: (value: string) => ({ session, place, item, text: value }),
  });
  const scribed = useAutosave({
    key: `scribing:${item}`,
    method: 'scribing.save',
    toInput: (value: string) => ({ session, place, item, text: value }),
  });
  const amendment = useAutosave({
    key: `amendments:${item}`,
    method: 'signing.saveAmendment',
    toInput: (value: string) => ({ root: session, item, text: value }),
  });
  // One's own words on a topic, about somebody's life: not how one arrives, how the two work together, nor what was typed
  // for the guest; and not while the other looks on.
  const mayLook =
    draft.kind === 'voice' && !page.together && !sessionParts.some((part) => part === draft.place);
  const autosave = { voice, scribed, amendment }[draft.kind];
  function change(value: string) {
    setText(value);
    autosave.change(value);
  }
  return (
    <DraftBox
      draft={draft}
      autosave={autosave}
      isEmpty={text.trim() === ''}
      onClose={props.onClose}
      extra={
        draft.kind === 'voice' && !page.together ? (
          <Button kind="plain" onPress={() => setOffering(true)}>
            {t('sessions.offer.open')}
          </Button>
        ) : null
      }
    >
      <TextArea
        label={props.label}
        hideLabel
        wide
        writing
        autoFocus
        value={text}
        onChange={change}
        onBlur={() => void autosave.flush()}
        maxLength={draft.kind === 'amendment' ? 20_000 : 50_000}
      />
      {mayLook ? <LookAtWords parts={[lookedAtField(item, text, change)]} level={4} /> : null}
      {isOffering ? (
        <OfferLine
          onChosen={(lines) => {
            change([text.trimEnd(), ...lines].filter((line) => line !== '').join('\n'));
            setOffering(false);
          }}
          onClose={() => setOffering(false)}
        />
      ) : null}
    </DraftBox>
  );
}
