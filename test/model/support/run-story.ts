import {ModelPage, type ModelChart} from './model-page.js';
import {rateWindow} from './rate-window.js';
import type {PipeFault} from './scripted-tinybird.js';
import type {Meanwhile, Scene, Step} from './steps.js';
import {TenancyWatch} from './tenancy-watch.js';

const REQUESTS_PER_SECOND = 3;
const MAX_CHARTS = 6;

/** Longest time that a healed page may take to draw everything. */
const HEALING_MS = 240_000;

const PIPES = ['sales', 'visits', 'orders', 'users', 'errors', 'costs'];

/** A page that steps happen to, under watch. */
interface Story {
  readonly page: ModelPage;
  readonly watch: TenancyWatch;
  setPipeFault(fault: PipeFault): void;
}

/** Plays a story to its end and heals the page; returns what broke a promise, oldest first. */
export async function runStory(scene: Scene, steps: readonly Step[]): Promise<readonly string[]> {
  const story = begin(scene);
  const {page, watch} = story;
  try {
    for (const step of steps) {
      await take(step, story);
      await page.clock.settle();
      if (watch.violations.length > 0) return watch.violations;
    }
    await heal(story);
    return watch.violations;
  } finally {
    page.close();
  }
}

function begin({skewMs, lifetimeMs, latencyMs, isClerkFound, isSignedIn}: Scene): Story {
  let pipeFault: PipeFault = 'none';
  const page: ModelPage = new ModelPage({
    skewMs,
    isClerkFound,
    server: {lifetimeMs, latencyMs, requestsPerSecond: REQUESTS_PER_SECOND, pipes: PIPES},
    tinybird: {
      limit: () => rateWindow('sliding', REQUESTS_PER_SECOND),
      fault: () => pipeFault,
      onStart: (request) => watch.onStart(request),
    },
    onState: (state) => watch.onState(state),
  });
  const watch = new TenancyWatch(page);
  if (isSignedIn) page.clerk.signIn('ann', 'acme');
  return {page, watch, setPipeFault: (fault) => (pipeFault = fault)};
}

async function take(step: Step, {page, watch, setPipeFault}: Story): Promise<void> {
  const {clerk, clock, activity, server, charts} = page;
  const chart = 'chart' in step ? charts[step.chart % Math.max(1, charts.length)] : undefined;
  switch (step.do) {
    case 'wait':
      return clock.advance(step.ms);
    case 'sign in': {
      clerk.signIn(step.user, step.organization);
      return;
    }
    case 'sign out': {
      clerk.signOut(step.transitionMs);
      return;
    }
    case 'switch':
      // A page would show the failure; here it only matters what the charts make of it.
      if (clerk.session) void clerk.setActive(step).catch(() => undefined);
      return;
    case 'switch in another tab':
      for (const session of server.sessions.values()) session.organization = step.organization;
      return;
    case 'sign out in another tab':
      endSessions(page);
      {
        clerk.hearSignOut();
        return;
      }
    case 'revoke the session': {
      endSessions(page);
      return;
    }
    case 'find Clerk': {
      page.findClerk();
      return;
    }
    case 'focus':
      if (activity.isVisible) page.focus();
      return;
    case 'blur':
      clerk.hasFocus = false;
      return;
    case 'hide':
      watch.onHide();
      clerk.hasFocus = false;
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
    case 'pipe fault': {
      setPipeFault(step.fault);
      return;
    }
    case 'jump': {
      clock.jump(step.ms);
      return;
    }
    case 'sleep': {
      clock.sleep(step.ms);
      return;
    }
    case 'leave and come back': {
      leaveAndComeBack({page, watch, setPipeFault}, step.ms, step.meanwhile);
      return;
    }
    case 'observe':
      if (charts.length >= MAX_CHARTS) return;
      watch.onAsk(step.pipe);
      page.observe({...step, tenancy: step.pipe === 'sales' ? 'organization' : 'auto'});
      return;
    case 'stop':
      if (!chart) return;
      watch.onStop(chart);
      {
        page.stop(chart);
        return;
      }
    case 'refetch':
      if (chart) watch.onAsk(chart.pipe);
      chart?.observation.refetch();
      return;
    case 'scroll':
      if (chart) chart.options = {...chart.options, onScreen: step.onScreen};
      chart?.observation.update(chart.options);
  }
}

function endSessions({server}: ModelPage): void {
  for (const session of server.sessions.values()) session.isLive = false;
}

function leaveAndComeBack({page, watch}: Story, ms: number, meanwhile: Meanwhile): void {
  const {activity, clock, server} = page;
  if (!activity.isVisible) return;
  activity.hide();
  // A page that has drawn nothing yet has nothing to conceal: the first token is the server's word.
  watch.isUnconfirmed = page.hasListened;
  watch.check();
  clock.freeze(ms);
  const [session] = [...server.sessions.values()].reverse();
  if (meanwhile === 'switch' && session) session.organization = 'globex';
  if (meanwhile === 'sign out' || meanwhile === 'sign in as another') endSessions(page);
  if (meanwhile === 'sign in as another') server.begin('bob', 'acme');
  activity.restore();
}

/** Ends all trouble and gives the page time: every chart has to draw the rows of who is shown. */
async function heal(story: Story): Promise<void> {
  const {page, watch} = story;
  const {clerk, clock, activity, server} = page;
  page.findClerk();
  page.isOnline = true;
  server.fault = 'none';
  story.setPipeFault('none');
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
    if (page.charts.every(isDrawn) || watch.violations.length > 0) return;
    for (const chart of page.charts) if (needsSomebody(chart)) chart.observation.refetch();
  }
  for (const {pipe, observation} of page.charts.filter((chart) => !isDrawn(chart))) {
    const {status, staleReason, error} = observation.state;
    watch.violations.push(`never drawn: ${pipe} is ${status}, ${staleReason}, ${error?.message}`);
  }
}

function isDrawn({observation}: ModelChart): boolean {
  const {status, staleReason} = observation.state;
  return status === 'ready' && staleReason === null;
}

/** Failures that stay until a person has changed something. */
function needsSomebody({observation}: ModelChart): boolean {
  const {error, isFetching, retryAtMs} = observation.state;
  const codes = ['token-rejected', 'pipe-forbidden', 'jwt-template-missing', 'query-timeout'];
  codes.push('unexpected-response');
  return !isFetching && retryAtMs === null && codes.includes(error?.code ?? '');
}
