import { type ReactNode, useState } from 'react';
import { theirWords } from '../../../shared/reflection/formal.ts';
import { isBlankProse } from '../../../shared/model/prose.ts';
import { useText } from '../../i18n.ts';
import { Disclosure, Quiet } from '../../ui/index.ts';
import styles from './Pages.module.css';
import type { OpenSection } from './usePageDraft.ts';

/** A sheet in its parts: before, afterwards, and what those it is about said. Looking back is folded until it is wanted. */
export function MeetingSections(props: {
  sections: readonly OpenSection[];
  renderSection: (section: OpenSection, level: 2 | 3) => ReactNode;
}) {
  const { t } = useText();
  const { sections, renderSection } = props;
  const before = sections.filter((section) => section.prompt?.startsWith('formal.before.'));
  const after = sections.filter((section) => section.prompt?.startsWith('formal.after.'));
  const theirs = sections.filter((section) => section.prompt === theirWords);
  const others = sections.filter((section) => ![...before, ...after, ...theirs].includes(section));
  // Where it was open when the page was, it stays so: words being typed must not fold away.
  const [startsOpen] = useState(() => after.some((section) => !isBlankProse(section.prose)));
  return (
    <div className={styles.sections}>
      <h2>{t('meetings.before')}</h2>
      {before.map((section) => renderSection(section, 3))}
      <Disclosure title={t('meetings.after')} level={2} startsOpen={startsOpen}>
        <div className={styles.sections}>{after.map((section) => renderSection(section, 3))}</div>
      </Disclosure>
      <div className={styles.theirs}>
        {theirs.map((section) => renderSection(section, 2))}
        <Quiet>{t('meetings.theirWords.help')}</Quiet>
      </div>
      {others.map((section) => renderSection(section, 2))}
    </div>
  );
}
