import {ModelPage} from './model-page.js';
import {rateWindow} from './rate-window.js';
import type {PipeFault, TinybirdOptions} from './scripted-tinybird.js';
import type {TenancyWatch} from './tenancy-watch.js';
import {type Meanwhile, PIPES, type Scene, type WorldStep} from './world-steps.js';

const REQUESTS_PER_SECOND = 3;

/** Longest time that a healed page may take to draw everything. */
const HEALING_MS = 240_000;

/** A page that steps happen to, under watch. */
export interface World {
  readonly page: ModelPage;
  readonly watch: TenancyWatch;
  setPipeFault(fault: PipeFault): void;
}

/** Makes the world of a scene; `watchOf` sees everything from the first moment. */
export function createWorld<T extends TenancyWatch>(
  {skewMs, lifetimeMs, latencyMs, isClerkFound, isSignedIn}: Scene,
  watchOf: (page: ModelPage) => T,
  rowsOf?: TinybirdOptions['rowsOf'],
): World & {readonly watch: T} {
  let pipeFault: PipeFault = 'none';
  const page: ModelPage = new ModelPage({
    skewMs,
    isClerkFound,
    server: {lifetimeMs, latencyMs, requestsPerSecond: REQUESTS_PER_SECOND, pipes: PIPES},
    tinybird: {
      limit: () => rateWindow('sliding', REQUESTS_PER_SECOND),
      fault: () => pipeFault,
      onStart: (request) => watch.onStart(request),
      ...(rowsOf && {rowsOf}),
    },
    onState: (state) => watch.onState(state),
  });
  const watch = watchOf(page);
  if (isSignedIn) page.clerk.signIn('ann', 'acme');
  return {page, watch, setPipeFault: (fault) => (pipeFault = fault)};
}

/** Lets a step happen. */
export async function happen(step: WorldStep, world: World): Promise<void> {
  const {page, watch} = world;
  const {clerk, clock, activity, server} = page;
  switch (step.do) {
    case 'wait':
      return clock.advance(step.ms);
    case 'sign in':
      clerk.signIn(step.user, step.organization);
      return;
    case 'sign out':
      clerk.signOut(step.transitionMs);
      return;
    case 'switch':
      switchTo(page, step.organization, step.transitionMs);
      return;
    case 'want a task done':
      for (const session of server.sessions.values()) session.isPending = step.isPending;
      return;
    case 'switch in another tab':
      for (const session of server.sessions.values()) session.organization = step.organization;
      return;
    case 'sign out in another tab':
      endSessions(page);
      clerk.hearSignOut();
      return;
    case 'revoke the session':
      endSessions(page);
      return;
    case 'find Clerk':
      page.findClerk();
      return;
    case 'focus':
      if (activity.isVisible) page.focus();
      return;
    case 'blur':
      clerk.hasFocus = activity.hasFocus = false;
      return;
    case 'hide':
      watch.onHide();
      clerk.hasFocus = activity.hasFocus = false;
      activity.isVisible = false;
      return;
    case 'show':
      activity.isVisible = true;
      return;
    case 'network':
      page.isOnline = step.isOnline;
      return;
    case 'token fault':
      server.fault = step.fault;
      return;
    case 'pipe fault':
      world.setPipeFault(step.fault);
      return;
    case 'jump':
      clock.jump(step.ms);
      return;
    case 'sleep':
      clock.sleep(step.ms);
      return;
    case 'leave and come back':
      leaveAndComeBack(world, step.ms, step.meanwhile);
  }
}

function switchTo({clerk, clock}: ModelPage, organization: string | null, ms: number): void {
  if (!clerk.session) return;
  const navigate = ms > 0 ? () => clock.wait(ms) : undefined;
  // A page would show the failure; here it only matters what the charts make of it.
  void clerk.setActive({organization, navigate}).catch(() => undefined);
}

function endSessions({server}: ModelPage): void {
  for (const session of server.sessions.values()) session.isLive = false;
}

function leaveAndComeBack({page, watch}: World, ms: number, meanwhile: Meanwhile): void {
  const {activity, clerk, clock, server} = page;
  if (!activity.isVisible) return;
  activity.hide();
  // A page that has drawn nothing yet has nothing to conceal: the first token is the server's word,
  // and so is the end of a pending session.
  watch.isUnconfirmed = page.hasListened && clerk.session?.status !== 'pending';
  watch.check();
  clock.freeze(ms);
  const [session] = [...server.sessions.values()].reverse();
  if (meanwhile === 'switch' && session) session.organization = 'globex';
  if (meanwhile === 'sign out' || meanwhile === 'sign in as another') endSessions(page);
  if (meanwhile === 'sign in as another') server.begin('bob', 'acme');
  activity.restore();
}

/** Ends all trouble and gives the page time, until `isHealed` after one of its looks. */
export async function heal(world: World, isHealed: () => boolean): Promise<boolean> {
  const {page, watch} = world;
  const {clerk, clock, activity, server} = page;
  page.findClerk();
  page.isOnline = true;
  server.fault = 'none';
  for (const session of server.sessions.values()) session.isPending = false;
  world.setPipeFault('none');
  activity.isVisible = true;
  // Twice, as a touch may be too soon after another one.
  page.focus();
  await clock.advance(6_000);
  page.focus();
  await clock.advance(1_000);
  if (!clerk.session) clerk.signIn('ann', 'acme');
  // It may wait for a session token that is still under way.
  else if (!clerk.organization) void clerk.setActive({organization: 'acme'}).catch(() => undefined);
  await clock.advance(1_000);
  page.focus();
  for (let passedMs = 0; passedMs < HEALING_MS; passedMs += 5_000) {
    await clock.advance(5_000);
    if (watch.violations.length > 0 || isHealed()) return true;
  }
  return false;
}

/** Failures that stay until a person has changed something. */
export const LASTING_FAILURES: readonly string[] = [
  'token-rejected',
  'pipe-forbidden',
  'jwt-template-missing',
  'query-timeout',
  'unexpected-response',
];
