import {useContext, useMemo} from 'react';
import {pageSettings} from '../../define.js';
import {createTinybirdClient} from '../client/create-tinybird-client.js';
import type {TinybirdQueryClient} from '../client/query-client.js';
import {SettingsContext} from './settings-context.js';

/**
 * Returns a client with the settings of the providers around, and of `configure()` where it was
 * called before. The same one while these are the same.
 */
export function useTinybirdClient(): TinybirdQueryClient {
  const provided = useContext(SettingsContext);
  return useMemo(() => {
    const page = pageSettings();
    const set = Object.entries(provided).filter(([, value]) => value != null && value !== '');
    const settings = {...page, ...(Object.fromEntries(set) as typeof provided)};
    return createTinybirdClient({
      ...settings,
      publishableKey: settings.clerkPublishableKey,
      proxyUrl: settings.clerkProxyUrl,
      allowedHosts: page.allowedHosts,
    });
  }, [provided]);
}
