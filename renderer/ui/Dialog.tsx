import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../i18n.ts';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

/** A window over the page. Shown while it is rendered; Escape closes it and focus goes back where it was. */
export function Dialog(props: {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** The row of buttons at its foot. */
  buttons?: ReactNode;
  size?: 'normal' | 'wide';
  /** False where a press beside it would lose something: then only its own buttons and Escape close it. */
  closesOnPressOutside?: boolean;
  /** For a long list to choose from: the way out stays in sight. Not for what should be read to its end first. */
  keepsButtons?: boolean;
}) {
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable={props.closesOnPressOutside ?? false}
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
    >
      <Modal className={`${styles.modal} ${props.size === 'wide' ? styles.wide : ''}`}>
        <AriaDialog className={styles.dialog ?? ''}>
          <Heading slot="title" level={2}>
            {props.title}
          </Heading>
          {props.children}
          {props.buttons ? (
            <div className={`${styles.buttons} ${props.keepsButtons ? styles.kept : ''}`}>
              {props.buttons}
            </div>
          ) : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Asks before something that cannot be undone. The safe way out is first and has the focus. */
export function AlertDialog(props: {
  title: string;
  children: ReactNode;
  confirmLabel: string;
  onConfirm: () => void;
  onCancel: () => void;
  /** Defaults to Cancel. */
  cancelLabel?: string;
  /** `danger` (the default) for what destroys; `primary` for what only commits. */
  kind?: 'danger' | 'primary';
  isBusy?: boolean;
}) {
  const { t } = useText();
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      onOpenChange={(isOpen) => !isOpen && props.onCancel()}
    >
      <Modal className={styles.modal ?? ''}>
        <AriaDialog role="alertdialog" className={styles.dialog ?? ''}>
          <Heading slot="title" level={2}>
            {props.title}
          </Heading>
          {props.children}
          <div className={styles.buttons}>
            <Button onPress={props.onCancel} autoFocus>
              {props.cancelLabel ?? t('common.cancel')}
            </Button>
            <Button kind={props.kind ?? 'danger'} onPress={props.onConfirm} isBusy={props.isBusy ?? false}>
              {props.confirmLabel}
            </Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
