import { useState } from 'react';
import type { PackView, PackWriting } from '../../../shared/contract/packs.ts';
import { findProfile } from '../../../shared/profiles/index.ts';
import { call, useAction, useCall } from '../../api.ts';
import { useAutosave } from '../../autosave.ts';
import { useText } from '../../i18n.ts';
import { go } from '../../navigation.ts';
import {
  Button,
  Disclosure,
  FailureNotice,
  GoLink,
  Loaded,
  Page,
  Row,
  SavedState,
  Stack,
  toast,
} from '../../ui/index.ts';
import { PackDetails } from './PackDetails.tsx';
import { PackPreview } from './PackPreview.tsx';
import { PackSection } from './PackSection.tsx';

/** A review being gathered, and what would leave of it. */
export function PackPage(props: { id: string }) {
  const pack = useCall('packs.get', { pack: props.id });
  return <Loaded call={pack}>{(view) => <Gathering key={props.id} view={view} />}</Loaded>;
}

function Gathering({ view }: { view: PackView }) {
  const { t, language } = useText();
  const [isPreviewing, setPreviewing] = useState(false);
  // The window holds the newest words itself; lines and their consent come from the core as they change.
  const [writing, setWriting] = useState<PackWriting>(() => writingOf(view));
  const autosave = useAutosave<'packs.save', PackWriting>({
    key: `packs:${view.pack}`,
    method: 'packs.save',
    toInput: (value) => ({ pack: view.pack, ...value }),
  });
  const profile = findProfile(view.profile);
  const preview = useAction(async () => {
    if (await autosave.flush()) setPreviewing(true);
  });
  const remove = useAction(async () => {
    await autosave.flush();
    await call('packs.setRemoved', { pack: view.pack, removed: true });
    toast(t('packs.removed'), () => void call('packs.setRemoved', { pack: view.pack, removed: false }));
    go('year');
  });

  function change(part: Partial<PackWriting>) {
    const next = { ...writing, ...part };
    setWriting(next);
    autosave.change(next);
  }

  if (isPreviewing) return <PackPreview view={view} onWrite={() => setPreviewing(false)} />;
  return (
    <Page
      title={writing.title || t('packs.untitled')}
      lead={t('packs.page.lead')}
      above={
        <GoLink to="year" with={{}}>
          {t('frame.place.year')}
        </GoLink>
      }
      action={
        <Row>
          <SavedState autosave={autosave} />
          <Button kind="primary" onPress={() => void preview.run()} isBusy={preview.busy}>
            {t('packs.preview')}
          </Button>
        </Row>
      }
    >
      <Stack>
        <Disclosure title={t('packs.details.title')} level={2}>
          <PackDetails profile={profile} writing={writing} onChange={change} />
        </Disclosure>
        {profile?.sections.map((section, index) => (
          <Disclosure key={section.key} title={section.name[language]} level={2} startsOpen={index === 0}>
            <PackSection
              section={section}
              view={view}
              writing={writing}
              flush={autosave.flush}
              onChange={change}
            />
          </Disclosure>
        )) ?? null}
        <FailureNotice error={remove.error} />
        <div>
          <Button kind="plain" onPress={() => void remove.run()}>
            {t('packs.remove')}
          </Button>
        </div>
      </Stack>
    </Page>
  );
}

function writingOf(view: PackView): PackWriting {
  const { title, language, audience, from, until, fields, sections } = view;
  return { title, language, audience, from, until, fields, sections };
}
