import {clearFaults} from '../faults.js';
import {eventually} from '../eventually.js';
import {queries} from '../requests.js';
import type {Scene} from '../scene.js';
import {selectOrganization} from '../sign-in.js';
import type {ClerkStep} from './clerk-steps.js';
import {openStoryTabs, reloadTab, undrawn, unseen, violationsOf} from './story-tabs.js';
import {lookAt, signInAs, type Story, takeStep} from './take-step.js';
import type {KnownRows, WatchedWindow} from './watch-page.js';

/** Plays a story in a browser of its own and heals it; returns what broke a promise. */
export async function runClerkStory(
  scene: Scene,
  known: KnownRows,
  steps: readonly ClerkStep[],
): Promise<readonly string[]> {
  const {stack} = scene;
  await stack.reset();
  const {tabs, close} = await openStoryTabs(scene, known);
  const story = {stack, tabs};
  try {
    await signInAs(tabs[0].page, stack, 'ada', 0);
    for (const [at, step] of steps.entries()) {
      await takeStep(step, story);
      const broken = await brokenPromises(story);
      if (broken.length > 0) return broken.map((text) => `after step ${at + 1}: ${text}`);
    }
    await heal(story);
    const broken = await brokenPromises(story);
    return [...broken, ...(await unseen(tabs[0])).map((what) => `no ${what} were checked`)];
  } finally {
    await tabs[0].page.context().setOffline(false);
    await close();
  }
}

async function brokenPromises({stack, tabs}: Story): Promise<readonly string[]> {
  const seen = [await violationsOf(tabs[0]), await violationsOf(tabs[1])];
  const refused = (await queries(stack)).filter(({status}) => status === 401 || status === 403);
  return [
    ...seen.flatMap((texts, tab) => texts.map((text) => `tab ${tab}: ${text}`)),
    ...refused.map(({path, status}) => `${path} was refused: ${status}`),
  ];
}

/** Ends all trouble: both tabs are of one visitor in one organization, the first is looked at. */
async function heal({stack, tabs}: Story): Promise<void> {
  const [first, second] = tabs;
  await clearFaults(stack);
  await lookAt(tabs, 0);
  // Clerk does not hear of a sign-in elsewhere before it is loaded anew.
  if (!(await clerkOf(first.page)).session) await reloadTab(first);
  const before = await clerkOf(first.page);
  if (!before.session) await signInAs(first.page, stack, 'ada', 0);
  else if (!before.organization) await selectOrganization(first.page, 'org_initech');
  const {session, organization} = await clerkOf(first.page);
  if ((await clerkOf(second.page)).session !== session) await reloadTab(second);
  await selectOrganization(second.page, organization);
  await eventually(
    async () => (await Promise.all(tabs.map(({page}) => undrawn(page)))).flat(),
    (texts) => texts.length === 0,
  );
}

function clerkOf(page: Story['tabs'][0]['page']) {
  return page.evaluate(() => {
    const {Clerk} = window as unknown as WatchedWindow;
    return {session: Clerk?.session?.id ?? null, organization: Clerk?.organization?.id ?? null};
  });
}
