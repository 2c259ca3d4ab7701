import { Component, type ComponentType, type ReactNode, Suspense, useDeferredValue } from 'react';
import { features } from '../features/index.ts';
import { useText } from '../i18n.ts';
import { type Place, usePlace } from '../navigation.ts';
import { Notice, Page, Waiting } from '../ui/index.ts';

/**
 * The page of the place that is gone to; the one before stays until it is loaded, so that nothing goes blank. A page that
 * stumbles says so and leaves the frame standing.
 */
export function PlaceView() {
  const place = useDeferredValue(usePlace());
  const key = JSON.stringify(place);
  return (
    <Suspense fallback={<Waiting />}>
      <Stumble key={key} fallback={<Stumbled />}>
        <Shown place={place} />
      </Stumble>
    </Suspense>
  );
}

function Shown({ place }: { place: Place }) {
  const { t } = useText();
  // Which component belongs to which props is checked where `features` is declared; here both come from one `place`.
  const Feature = features[place.at] as ComponentType<object> | undefined;
  if (Feature === undefined) return <Page title={t('frame.missing.title')}>{t('frame.missing.body')}</Page>;
  return <Feature {...place.with} />;
}

function Stumbled() {
  const { t } = useText();
  return (
    <Page title={t('frame.stumbled.title')}>
      <Notice tone="error">{t('frame.stumbled.body')}</Notice>
    </Page>
  );
}

/** React has no hook for this. */
class Stumble extends Component<{ fallback: ReactNode; children: ReactNode }, { hasStumbled: boolean }> {
  override state = { hasStumbled: false };
  static getDerivedStateFromError() {
    return { hasStumbled: true };
  }
  override render() {
    return this.state.hasStumbled ? this.props.fallback : this.props.children;
  }
}
