import {StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
import {configure} from 'tinybird-chart/define';
import {App} from './app';

configure({
  host: import.meta.env.VITE_TINYBIRD_HOST,
  clerkPublishableKey: import.meta.env.VITE_CLERK_PUBLISHABLE_KEY,
  clerkProxyUrl: import.meta.env.VITE_CLERK_PROXY_URL,
});

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
