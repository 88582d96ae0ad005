import {configure} from 'tinybird-chart/define';
import {createApp} from 'vue';
import App from './App.vue';

configure({
  host: import.meta.env.VITE_TINYBIRD_HOST,
  clerkPublishableKey: import.meta.env.VITE_CLERK_PUBLISHABLE_KEY,
  clerkProxyUrl: import.meta.env.VITE_CLERK_PROXY_URL,
});

createApp(App).mount('#app');
