import {mount} from 'svelte';
import {configure} from 'tinybird-chart/define';
import App from './App.svelte';

configure({
  host: import.meta.env.VITE_TINYBIRD_HOST,
  clerkPublishableKey: import.meta.env.VITE_CLERK_PUBLISHABLE_KEY,
  clerkProxyUrl: import.meta.env.VITE_CLERK_PROXY_URL,
});

mount(App, {target: document.getElementById('app')!});
