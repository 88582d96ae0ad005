import {setTimeout as wait} from 'node:timers/promises';
import type {Page} from 'playwright-core';
import type {FaultRule} from '../../../../demo/stack/faults.js';
import {moveFocus} from '../focus.js';
import {selectOrganization, signIn, signOut} from '../sign-in.js';
import type {TestStack} from '../test-stack.js';
import {type ClerkStep, MEMBERSHIPS, type Person} from './clerk-steps.js';
import {reloadTab, type StoryTab} from './story-tabs.js';
import type {WatchedWindow} from './watch-page.js';

/** Longest wait for what a visitor does: Clerk repeats by itself what fails. */
const PATIENCE_MS = 5_000;

const TOKENS = {server: 'clerk', path: '/tokens/tinybird$'} as const;
const QUERIES = {server: 'tinybird', path: '^/v0/pipes/'} as const;

/** The browser and servers of one story. */
export interface Story {
  readonly stack: TestStack;
  readonly tabs: readonly [StoryTab, StoryTab];
}

/** Does one thing. What Clerk refuses to do, as without a session, is no fault of the story. */
export async function takeStep(step: ClerkStep, {stack, tabs}: Story): Promise<void> {
  switch (step.do) {
    case 'sign in':
      await signInAs(pageOf(tabs, step.tab), stack, step.person, step.organization);
      return;
    case 'sign out':
      await attempt(signOut(pageOf(tabs, step.tab)));
      return;
    case 'choose':
      await choose(pageOf(tabs, step.tab), step.organization);
      return;
    case 'look at':
      await lookAt(tabs, step.tab);
      return;
    case 'reload':
      await reloadTab(tabs[step.tab === 0 ? 0 : 1]);
      return;
    case 'move':
    case 'take out':
      await moveChart(pageOf(tabs, step.tab), step.chart, 'place' in step ? step.place : null);
      return;
    case 'lose the network': {
      const context = tabs[0].page.context();
      await context.setOffline(true);
      await wait(step.forMs);
      await context.setOffline(false);
      return;
    }
    case 'live short':
      await stack.controlClerk({
        setTemplateLifetime: {template: 'tinybird', lifetimeS: step.lifetimeS},
      });
      return;
    case 'wait':
      await wait(step.forMs);
      return;
    default:
      await stack.addFault(faultOf(step));
  }
}

/** Shows a tab and gives it the focus, which the other one loses. */
export async function lookAt(tabs: Story['tabs'], tab: number): Promise<void> {
  const [other, looked] = tab === 0 ? [tabs[1], tabs[0]] : tabs;
  await looked.page.bringToFront();
  await moveFocus(other.page, looked.page);
}

/** Signs a person in, and whoever is there out. */
export async function signInAs(
  page: Page,
  stack: TestStack,
  person: Person,
  organization: number,
): Promise<void> {
  const isFree = await page.evaluate(() => !(window as unknown as WatchedWindow).Clerk?.session);
  if (!isFree) await attempt(signOut(page));
  const memberships = MEMBERSHIPS[person];
  await attempt(signIn(page, stack, person, memberships[organization % memberships.length]));
}

async function choose(page: Page, organization: number | null): Promise<void> {
  const user = await page.evaluate(() => (window as unknown as WatchedWindow).Clerk?.user?.id);
  const person = user?.replace('user_', '') as Person | undefined;
  if (!person) return;
  const memberships = MEMBERSHIPS[person];
  const slug = organization === null ? null : memberships[organization % memberships.length];
  await attempt(selectOrganization(page, slug ?? null));
}

/** Moves a chart to a place, also into another shadow tree; takes it out and back without one. */
function moveChart(page: Page, chart: number, place: number | null): Promise<void> {
  return page.evaluate(
    async ([at, to]) => {
      const root = document.querySelector('.host')!.shadowRoot!;
      const moved = [...document.querySelectorAll('.place'), root][to ?? 0]!;
      const charts = [document, root].flatMap((each) => [
        ...each.querySelectorAll('tinybird-chart'),
      ]);
      const element = charts[at % charts.length]!;
      if (to === null) {
        const parent = element.parentNode!;
        element.remove();
        await new Promise((resolve) => requestAnimationFrame(resolve));
        parent.append(element);
      } else moved.append(element);
    },
    [chart, place] as const,
  );
}

type Fault = Extract<
  ClerkStep,
  {do: 'tokens fail' | 'tokens are slow' | 'queries are slow' | 'queries fail'}
>;

function faultOf(step: Fault): FaultRule {
  switch (step.do) {
    case 'tokens fail':
      return {...TOKENS, status: step.status, times: 1};
    case 'tokens are slow':
      return {...TOKENS, latencyMs: step.latencyMs, times: 2};
    case 'queries are slow':
      return {...QUERIES, latencyMs: step.latencyMs, times: 4};
    case 'queries fail': {
      const {with: fault} = step;
      const answer = typeof fault === 'number' ? {status: fault} : {fault};
      return {...QUERIES, ...answer, headers: {'Retry-After': '1'}, times: 2};
    }
  }
}

function pageOf(tabs: Story['tabs'], tab: number): Page {
  return tabs[tab === 0 ? 0 : 1].page;
}

async function attempt(act: Promise<unknown>): Promise<void> {
  await Promise.race([act.catch(() => undefined), wait(PATIENCE_MS)]);
}
