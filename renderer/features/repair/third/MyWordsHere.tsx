import type { FacilitationPage } from '../../../../shared/contract/facilitations.ts';
import type { FacilitationSide } from '../../../../shared/model/facilitation.ts';
import { useText } from '../../../i18n.ts';
import { DateField, TextArea } from '../../../ui/index.ts';
import { AccountWords } from '../Accounts.tsx';
import { NeedWords } from '../Needs.tsx';
import { HeardByOther } from './HeardByOther.tsx';
import { OwnCopy } from './OwnCopy.tsx';
import { ThirdWords } from './ThirdWords.tsx';

type Account = { readonly howItWas: string; readonly myPart: string };
type Need = { readonly need: string; readonly iWill: string; readonly by: string | null };
type Words = { readonly heard: string; readonly nextStep: string };

/** How it was for me, as I tell it here. */
export function MyAccount({ page, side }: { page: FacilitationPage; side: FacilitationSide }) {
  const { t } = useText();
  const { account } = side;
  return (
    <OwnCopy<'facilitations.saveAccount', Account>
      page={page}
      what="account"
      method="facilitations.saveAccount"
      title={t('ruptures.talking.howItWas')}
      empty={{ howItWas: '', myPart: '' }}
      shown={account === null ? null : { howItWas: account.howItWas, myPart: account.myPart }}
      draft={page.drafts.account}
      source={page.own?.account ?? null}
      toInput={({ howItWas, myPart }) => ({ space: page.space, howItWas, myPart })}
      hasWords={({ howItWas, myPart }) => howItWas.trim() !== '' || myPart.trim() !== ''}
      read={(value) => <AccountWords account={value} />}
      below={account === null ? null : <HeardByOther page={page} account={account} />}
      fields={(value, change, isBegun) => (
        <>
          <TextArea
            label={t('ruptures.talking.howItWas')}
            value={value.howItWas}
            onChange={(howItWas) => change({ howItWas })}
            maxLength={20_000}
            autoFocus={isBegun}
            writing
            wide
          />
          <TextArea
            label={t('ruptures.talking.myPart')}
            value={value.myPart}
            onChange={(myPart) => change({ myPart })}
            maxLength={20_000}
            writing
            wide
          />
        </>
      )}
    />
  );
}

/** What would help me, and what I will do. */
export function MyNeed({ page, side }: { page: FacilitationPage; side: FacilitationSide }) {
  const { t } = useText();
  const { need } = side;
  return (
    <OwnCopy<'facilitations.saveNeed', Need>
      page={page}
      what="need"
      method="facilitations.saveNeed"
      title={t('ruptures.agree.need')}
      empty={{ need: '', iWill: '', by: null }}
      shown={need === null ? null : { need: need.need, iWill: need.iWill, by: need.by }}
      draft={page.drafts.need}
      source={page.own?.need ?? null}
      toInput={(value) => ({ space: page.space, need: value.need, iWill: value.iWill, by: value.by })}
      hasWords={(value) => value.need.trim() !== '' || value.iWill.trim() !== ''}
      read={(value) => <NeedWords need={value} />}
      below={null}
      fields={(value, change, isBegun) => (
        <>
          <TextArea
            label={t('ruptures.agree.need')}
            value={value.need}
            onChange={(next) => change({ need: next })}
            maxLength={10_000}
            autoFocus={isBegun}
            writing
            wide
          />
          <TextArea
            label={t('ruptures.agree.iWill')}
            value={value.iWill}
            onChange={(iWill) => change({ iWill })}
            maxLength={10_000}
            writing
            wide
          />
          <DateField
            label={t('ruptures.agree.by')}
            optional
            value={value.by}
            onChange={(by) => change({ by })}
          />
        </>
      )}
    />
  );
}

/** What I have heard as the third person, and the step I suggest. */
export function MyWords({ page }: { page: FacilitationPage }) {
  const { t } = useText();
  const { words } = page.view.facilitator;
  return (
    <OwnCopy<'facilitations.saveWords', Words>
      page={page}
      what="words"
      method="facilitations.saveWords"
      title={t('third.words.heard')}
      empty={{ heard: '', nextStep: '' }}
      shown={words === null ? null : { heard: words.heard, nextStep: words.nextStep }}
      draft={page.drafts.words}
      source={null}
      toInput={({ heard, nextStep }) => ({ space: page.space, heard, nextStep })}
      hasWords={({ heard, nextStep }) => heard.trim() !== '' || nextStep.trim() !== ''}
      read={(value) => <ThirdWords words={value} />}
      below={null}
      fields={(value, change, isBegun) => (
        <>
          <TextArea
            label={t('third.words.heard')}
            value={value.heard}
            onChange={(heard) => change({ heard })}
            maxLength={20_000}
            autoFocus={isBegun}
            writing
            wide
          />
          <TextArea
            label={t('third.words.nextStep')}
            value={value.nextStep}
            onChange={(nextStep) => change({ nextStep })}
            maxLength={10_000}
            writing
            wide
          />
        </>
      )}
    />
  );
}
