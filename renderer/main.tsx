import './zodWithoutEval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { call } from './api.ts';
import { App } from './app.tsx';
import { setLanguage } from './i18n.ts';
import { startNavigation } from './navigation.ts';
import './styles/base.css';

async function start() {
  startNavigation();
  // The language before the first word; English when even that cannot be asked.
  const language = await call('preferences.get', {}).then(
    (preferences) => preferences.language,
    () => 'en-GB' as const,
  );
  await setLanguage(language);
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start();
