import { Component, type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { features, twice } from '../features/index.ts';
import { useText } from '../i18n.ts';
import { type Place, usePlace } from '../navigation.ts';
import { Button, Notice, Page, Waiting } from '../ui/index.ts';

type Shown = {
  readonly place: Place;
  /** How often "Try again" had been pressed when it was loaded. */
  readonly tries: number;
  /** Null when it could not be loaded. */
  readonly PlacePage: ComponentType<object> | null;
};

/**
 * The page of the place that is gone to; the one before stays until it is loaded, so that nothing goes blank. A page that
 * stumbles, or cannot be loaded, says so and leaves the frame standing.
 */
export function PlaceView({ places = features }: { places?: typeof features }) {
  const place = usePlace();
  const [shown, setShown] = useState<Shown | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isNewest = true;
    const show = (PlacePage: Shown['PlacePage']) => isNewest && setShown({ place, tries, PlacePage });
    loadPage(places, place).then(show, () => show(null));
    return () => {
      isNewest = false;
    };
  }, [places, place, tries]);

  if (shown === null) return <Waiting />;
  const { PlacePage } = shown;
  const stumbled = <Stumbled onRetry={() => setTries(tries + 1)} />;
  return (
    <Stumble key={JSON.stringify([shown.place, shown.tries])} fallback={stumbled}>
      {PlacePage === null ? stumbled : <PlacePage {...shown.place.with} />}
    </Stumble>
  );
}

async function loadPage(places: typeof features, place: Place): Promise<ComponentType<object>> {
  // Which component belongs to which props is checked where `features` is declared; here both come from one `place`.
  const load = places[place.at] as (() => Promise<ComponentType<object>>) | undefined;
  return load === undefined ? Missing : twice(load);
}

function Missing() {
  const { t } = useText();
  return <Page title={t('frame.missing.title')}>{t('frame.missing.body')}</Page>;
}

function Stumbled(props: { onRetry: () => void }) {
  const { t } = useText();
  return (
    <Page title={t('frame.stumbled.title')}>
      <Notice tone="error" action={<Button onPress={props.onRetry}>{t('common.load.again')}</Button>}>
        {t('frame.stumbled.body')}
      </Notice>
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
