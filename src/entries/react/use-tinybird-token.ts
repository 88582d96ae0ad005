import {useMemo, useSyncExternalStore} from 'react';
import type {ClientSession, TinybirdQueryClient} from '../client/query-client.js';
import {useTinybirdClient} from './use-tinybird-client.js';

/** Who is signed in, and a way to a token. */
export interface TinybirdToken extends ClientSession {
  readonly getToken: TinybirdQueryClient['getToken'];
}

const SERVER_SESSION: ClientSession = {
  status: 'waiting',
  userId: null,
  organization: null,
  error: null,
};

const serverSnapshot = () => SERVER_SESSION;

/** Follows the session that tokens come from, by the settings of the providers around. */
export function useTinybirdToken(): TinybirdToken {
  const client = useTinybirdClient();
  const store = useMemo(() => createSessionStore(client), [client]);
  const session = useSyncExternalStore(store.subscribe, store.getSnapshot, serverSnapshot);
  return useMemo(
    () => ({...session, getToken: (options) => client.getToken(options)}),
    [client, session],
  );
}

function createSessionStore(client: TinybirdQueryClient) {
  let session = SERVER_SESSION;
  return {
    subscribe: (callback: () => void) => {
      const read = () => {
        session = client.session;
        callback();
      };
      const stop = client.observeSession(read);
      read();
      return stop;
    },
    getSnapshot: () => session,
  };
}
