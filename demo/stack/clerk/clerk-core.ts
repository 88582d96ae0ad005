import {LOCAL_CLERK_SECRET_KEY} from '../settings.js';
import {BrowserRegistry} from './browser-registry.js';
import {demoTemplates} from './demo-templates.js';
import type {TemplateSettings} from './demo-templates.js';
import {demoOrganizations, demoUsers} from './demo-people.js';
import {Directory} from './directory.js';
import {environmentJson} from './environment-json.js';
import type {JwtTemplate} from './jwt-template.js';
import {SessionStore} from './session-store.js';
import type {StoredSession} from './session-store.js';
import {createSessionTokenSigner} from './session-token.js';
import type {SessionTokenSigner} from './session-token.js';
import {mintHs256} from './template-token.js';
import type {MintTemplateToken} from './template-token.js';

/** What the stand-in is told about the rest of the stack. */
export interface ClerkSettings extends TemplateSettings {
  /** @default 'Local stack' */
  readonly applicationName?: string;
  /** Where `redirectToSignIn()` goes. @default '/sign-in' */
  readonly signInUrl?: string;
  /** Opens the Backend API. @default {@link LOCAL_CLERK_SECRET_KEY} */
  readonly secretKey?: string;
  /** Kind of publishable key given out. @default 'development' */
  readonly instance?: 'development' | 'production';
}

/** Options of {@link createClerkCore}. */
export interface ClerkCoreOptions {
  readonly settings: ClerkSettings;
  readonly issuer: () => string;
  /** Epoch milliseconds. */
  readonly clock: {now(): number};
  readonly mintTemplateToken?: MintTemplateToken | undefined;
}

/** The state and the keys that all routes share. */
export interface ClerkCore {
  readonly directory: Directory;
  readonly store: SessionStore;
  readonly browsers: BrowserRegistry;
  readonly signer: SessionTokenSigner;
  readonly secretKey: string;
  readonly templates: Map<string, JwtTemplate>;
  readonly mintTemplateToken: MintTemplateToken;
  readonly environment: Readonly<Record<string, unknown>>;
  /** The `iss` of every token: the stand-in's own address. */
  readonly issuer: () => string;
  /** The server's time in epoch milliseconds, skew included. */
  readonly now: () => number;
  readonly setClockSkew: (skewMs: number) => void;
  readonly resetTemplates: () => void;
}

/** Makes the state of one stand-in: nobody signed in, the demo's people and templates in place. */
export async function createClerkCore(options: ClerkCoreOptions): Promise<ClerkCore> {
  const {settings, issuer, clock, mintTemplateToken = mintHs256} = options;
  let skewMs = 0;
  const now = () => clock.now() + skewMs;
  const directory = new Directory(demoUsers, demoOrganizations);
  const store = new SessionStore({directory, now});
  const templates = new Map<string, JwtTemplate>();
  const resetTemplates = () => {
    templates.clear();
    for (const template of demoTemplates(settings)) templates.set(template.name, template);
  };
  resetTemplates();
  return {
    directory,
    store,
    browsers: new BrowserRegistry(store),
    signer: await createSessionTokenSigner({directory, issuer, now}),
    secretKey: settings.secretKey ?? LOCAL_CLERK_SECRET_KEY,
    templates,
    mintTemplateToken,
    environment: environmentJson({
      applicationName: settings.applicationName ?? 'Local stack',
      signInUrl: settings.signInUrl ?? '/sign-in',
      instance: settings.instance ?? 'development',
    }),
    issuer,
    now,
    setClockSkew: (newSkewMs) => {
      skewMs = newSkewMs;
    },
    resetTemplates,
  };
}

/** Returns a minter of session tokens for pages of one origin. */
export function sessionTokensFor(core: ClerkCore, origin: string | undefined) {
  return (session: StoredSession) => core.signer.mint(session, {origin});
}
