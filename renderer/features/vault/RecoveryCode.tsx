import { type FormEvent, useState } from 'react';
import { call, useAction } from '../../api.ts';
import { useText } from '../../i18n.ts';
import { Button, Page, Row, TextField } from '../../ui/index.ts';
import { groupsOf, isSameGroup } from './recoveryCodeGroups.ts';
import styles from './VaultDoor.module.css';

/**
 * The recovery code, once. There is no button to copy it: a clipboard is read by other programs and kept by some. Then one
 * group is typed back from paper, with the code out of sight: that shows the paper has it.
 */
export function RecoveryCode(props: { code: string; onDone: () => void }) {
  const [isWritten, setWritten] = useState(false);
  const groups = groupsOf(props.code);
  return isWritten ? (
    <PaperCheck groups={groups} onDone={props.onDone} onShowAgain={() => setWritten(false)} />
  ) : (
    <ShownCode groups={groups} onWritten={() => setWritten(true)} />
  );
}

function ShownCode(props: { groups: readonly string[]; onWritten: () => void }) {
  const { t } = useText();
  const numbered = props.groups.map((group, index) => ({ group, number: index + 1 }));
  return (
    <Page title={t('vault.code.title')} lead={t('vault.code.lead')}>
      <ol className={styles.code}>
        {numbered.map(({ group, number }) => (
          <li key={number}>
            <span className={styles.group}>{group}</span>
            <span className={styles.number}>{number}</span>
          </li>
        ))}
      </ol>
      <p>{t('vault.code.help')}</p>
      <p>{t('vault.code.letters')}</p>
      <div>
        <Button kind="primary" onPress={props.onWritten}>
          {t('vault.code.done')}
        </Button>
      </div>
    </Page>
  );
}

function PaperCheck(props: { groups: readonly string[]; onDone: () => void; onShowAgain: () => void }) {
  const { t } = useText();
  // The last but one: whoever wrote that far down has the rest, and it is not the one that catches the eye.
  const asked = Math.max(0, props.groups.length - 2);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);

  const finish = useAction(async () => {
    await call('vault.codeWritten', {});
    props.onDone();
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isSameGroup(typed, props.groups[asked] ?? '')) void finish.run();
    else setWrong(true);
  }

  return (
    <Page title={t('vault.code.confirm.title')} lead={t('vault.code.confirm.lead')} focusTitle={false}>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={t('vault.code.confirm', { number: asked + 1 })}
          value={typed}
          autoFocus
          onChange={(value) => {
            setTyped(value);
            setWrong(false);
          }}
          error={isWrong ? t('vault.code.differs', { number: asked + 1 }) : null}
        />
        <Row>
          <Button kind="primary" type="submit">
            {t('vault.code.finish')}
          </Button>
          <Button kind="plain" onPress={props.onShowAgain}>
            {t('vault.code.again')}
          </Button>
        </Row>
      </form>
    </Page>
  );
}
