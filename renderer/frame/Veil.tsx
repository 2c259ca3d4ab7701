import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Veil.module.css';

/**
 * Covers everything after 3 idle minutes. A modal `<dialog>`, so that the browser itself makes all behind it (dialogs of
 * ours included) inert; base.css hides it as well, so that nothing can be read out. Space comes back; no other key
 * reaches the page behind.
 */
export function Veil(props: { onReturn: () => void }) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const { onReturn } = props;

  useEffect(() => {
    const veil = dialog.current;
    const before = document.activeElement;
    veil?.showModal();
    document.documentElement.setAttribute('data-veiled', '');
    return () => {
      document.documentElement.removeAttribute('data-veiled');
      veil?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);

  useEffect(() => {
    function catchKey(event: KeyboardEvent) {
      // Hiding the window and locking still work; nothing else gets past the veil.
      if (event.key === 'F9' || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'l')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === ' ') onReturn();
    }
    window.addEventListener('keydown', catchKey, { capture: true });
    return () => window.removeEventListener('keydown', catchKey, { capture: true });
  }, [onReturn]);

  return createPortal(
    <dialog
      ref={dialog}
      className={styles.veil}
      data-veil=""
      aria-labelledby="veil-title"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="veil-title">{t('frame.veil.title')}</h2>
      <p>{t('frame.veil.body')}</p>
      <Button onPress={onReturn} autoFocus>
        {t('frame.veil.back')}
      </Button>
    </dialog>,
    document.body,
  );
}
