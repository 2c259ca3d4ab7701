import type { FacilitationPage } from '../../../../shared/contract/facilitations.ts';
import type { FacilitationSide } from '../../../../shared/model/facilitation.ts';
import { useText } from '../../../i18n.ts';

/** What the other of the pair said to an account: its author and the third person read it. */
export function HeardByOther(props: {
  page: FacilitationPage;
  account: NonNullable<FacilitationSide['account']>;
}) {
  const { t } = useText();
  const { page, account } = props;
  if (account.heard === null) return null;
  const isOfSupervisee = page.view.supervisee.account?.hash === account.hash;
  const { name } = page.people[isOfSupervisee ? 'supervisor' : 'supervisee'];
  return <p>{t(`ruptures.heard.byOther.${account.heard}`, { name })}</p>;
}
