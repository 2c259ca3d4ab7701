import { type FormEvent, useState } from 'react';
import { useText } from '../../i18n.ts';
import { Button, Page, TextField } from '../../ui/index.ts';
import { groupsOf, isSameGroup } from './recoveryCodeGroups.ts';
import styles from './VaultDoor.module.css';

/**
 * The recovery code, once. There is no button to copy it: a clipboard is read by other programs and kept by some. Typing one
 * group back shows that the paper has it.
 */
export function RecoveryCode(props: { code: string; onDone: () => void }) {
  const { t } = useText();
  const groups = groupsOf(props.code);
  // The last but one: reading that far is what copying the whole code takes, and it is not the first thing in sight.
  const asked = Math.max(0, groups.length - 2);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isSameGroup(typed, groups[asked] ?? '')) props.onDone();
    else setWrong(true);
  }

  return (
    <Page title={t('vault.code.title')} lead={t('vault.code.lead')}>
      <ol className={styles.code}>
        {groups
          .map((group, index) => ({ group, number: index + 1 }))
          .map(({ group, number }) => (
            <li key={number}>
              <span className={styles.group}>{group}</span>
              <span className={styles.number}>{number}</span>
            </li>
          ))}
      </ol>
      <p>{t('vault.code.help')}</p>
      <p>{t('vault.code.letters')}</p>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={t('vault.code.confirm', { number: asked + 1 })}
          description={t('vault.code.confirm.body')}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setWrong(false);
          }}
          error={isWrong ? t('vault.code.differs', { number: asked + 1 }) : null}
        />
        <div>
          <Button kind="primary" type="submit">
            {t('vault.code.done')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
