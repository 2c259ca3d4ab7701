import type { ReactNode } from 'react';
import { useCall } from '../api.ts';
import { useText } from '../i18n.ts';
import { GoLink } from '../ui/GoLink.tsx';
import styles from './Footer.module.css';
import { useFrameMode } from './mode.ts';

/**
 * A help line, the limits of confidentiality and a route past the supervisor: the same on every page, never because of
 * what is written there (EXPERIENCE.md rule 13).
 */
export function Footer() {
  const call = useCall('settings.get', {});
  const mode = useFrameMode();
  const { t } = useText();
  return (
    <FooterTexts
      helpLine={call.value?.helpLine ?? null}
      limits={call.value?.limits ?? null}
      routePast={call.value?.routePast ?? null}
    >
      {mode === 'full' ? (
        <GoLink to="help" with={{}} className={styles.more}>
          {t('frame.footer.more')}
        </GoLink>
      ) : null}
    </FooterTexts>
  );
}

/** The same texts while the vault is locked, when nobody's own can be read yet: null shows the default. */
export function FooterTexts(props: {
  helpLine: string | null;
  limits: string | null;
  routePast: string | null;
  children?: ReactNode;
}) {
  const { t } = useText();
  return (
    <footer className={styles.footer}>
      <p>
        <strong>{t('frame.footer.help')}</strong> {props.helpLine ?? t('help.default.helpLine')}
      </p>
      <p>
        <strong>{t('frame.footer.limits')}</strong> {props.limits ?? t('help.default.limits')}
      </p>
      <p>
        <strong>{t('frame.footer.routePast')}</strong> {props.routePast ?? t('help.default.routePast')}
      </p>
      {props.children ? <p>{props.children}</p> : null}
    </footer>
  );
}
