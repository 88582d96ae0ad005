import * as fc from 'fast-check';
import type {TokenFault} from './clerk-server.js';
import type {PipeFault} from './scripted-tinybird.js';

/** One thing that happens around the charts of a page. */
export type WorldStep =
  | {readonly do: 'wait'; readonly ms: number}
  | {readonly do: 'sign in'; readonly user: string; readonly organization: string | null}
  | {readonly do: 'sign out'; readonly transitionMs: number}
  | {readonly do: 'switch'; readonly organization: string | null; readonly transitionMs: number}
  | {readonly do: 'want a task done'; readonly isPending: boolean}
  | {readonly do: 'switch in another tab'; readonly organization: string | null}
  | {readonly do: 'sign out in another tab'}
  | {readonly do: 'revoke the session'}
  | {readonly do: 'find Clerk'}
  | {readonly do: 'focus'}
  | {readonly do: 'blur'}
  | {readonly do: 'hide'}
  | {readonly do: 'show'}
  | {readonly do: 'network'; readonly isOnline: boolean}
  | {readonly do: 'token fault'; readonly fault: TokenFault}
  | {readonly do: 'pipe fault'; readonly fault: PipeFault}
  | {readonly do: 'jump'; readonly ms: number}
  | {readonly do: 'sleep'; readonly ms: number}
  | {readonly do: 'leave and come back'; readonly ms: number; readonly meanwhile: Meanwhile};

/** What other tabs do while this page is in the back-forward cache. */
export type Meanwhile = 'nothing' | 'switch' | 'sign out' | 'sign in as another';

/** The world before the first step. */
export interface Scene {
  readonly skewMs: number;
  readonly lifetimeMs: number;
  readonly latencyMs: number;
  readonly isClerkFound: boolean;
  readonly isSignedIn: boolean;
}

/** A constant that keeps its literal type. */
export const what = <T extends string>(name: T) => fc.constant(name);

/** Names of pipes that the tokens of the model open. */
export const PIPES = ['sales', 'visits', 'orders', 'users', 'errors', 'costs'];

const user = fc.constantFrom('ann', 'bob');
const organization = fc.constantFrom('acme', 'globex', null);
const someOrganization = fc.oneof(
  {weight: 5, arbitrary: fc.constantFrom('acme', 'globex')},
  organization,
);

const wait = fc.record({
  do: what('wait'),
  ms: fc.oneof(
    fc.constantFrom(0, 10, 25, 30, 50, 60, 100),
    fc.integer({min: 1, max: 3_000}),
    fc.integer({min: 1, max: 70_000}),
  ),
});

const tokenFault = fc.record({
  do: what('token fault'),
  fault: fc.constantFrom<TokenFault[]>(
    ...(['none', 'limited', 'broken', 'dropped', 'no-template', 'slow', 'stuck'] as const),
  ),
});

const pipeFault = fc.record({
  do: what('pipe fault'),
  fault: fc.constantFrom<PipeFault[]>(
    ...(['none', 'unauthorized', 'forbidden', 'limited', 'limited-told', 'broken'] as const),
    ...(['dropped', 'slow', 'stuck', 'deaf', 'garbage'] as const),
  ),
});

const leaveAndComeBack = fc.record({
  do: what('leave and come back'),
  ms: fc.integer({min: 0, max: 120_000}),
  meanwhile: fc.constantFrom<Meanwhile[]>('nothing', 'switch', 'sign out', 'sign in as another'),
});

/** Steps around the charts, common ones more often. */
export const worldSteps: readonly fc.WeightedArbitrary<WorldStep>[] = [
  {weight: 12, arbitrary: wait},
  {
    weight: 4,
    arbitrary: fc.record({
      do: what('switch'),
      organization: someOrganization,
      transitionMs: fc.constantFrom(0, 0, 700),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({do: what('sign in'), user, organization: someOrganization}),
  },
  {
    weight: 1,
    arbitrary: fc.record({do: what('sign out'), transitionMs: fc.constantFrom(0, 2_000)}),
  },
  {
    weight: 1,
    arbitrary: fc.record({do: what('want a task done'), isPending: fc.boolean()}),
  },
  {weight: 2, arbitrary: fc.record({do: what('switch in another tab'), organization})},
  {weight: 1, arbitrary: fc.record({do: what('sign out in another tab')})},
  {weight: 1, arbitrary: fc.record({do: what('revoke the session')})},
  {weight: 1, arbitrary: fc.record({do: what('find Clerk')})},
  {weight: 2, arbitrary: fc.record({do: what('focus')})},
  {weight: 2, arbitrary: fc.record({do: what('blur')})},
  {weight: 2, arbitrary: fc.record({do: what('hide')})},
  {weight: 2, arbitrary: fc.record({do: what('show')})},
  {weight: 2, arbitrary: fc.record({do: what('network'), isOnline: fc.boolean()})},
  {weight: 3, arbitrary: tokenFault},
  {weight: 3, arbitrary: pipeFault},
  {
    weight: 1,
    arbitrary: fc.record({
      do: what('jump'),
      ms: fc.oneof(
        fc.integer({min: -600_000, max: 600_000}),
        fc.integer({min: -1_900, max: 1_900}),
      ),
    }),
  },
  {weight: 1, arbitrary: fc.record({do: what('sleep'), ms: fc.integer({min: 1, max: 600_000})})},
  {weight: 2, arbitrary: leaveAndComeBack},
];

/** How a story can begin. */
export const scene: fc.Arbitrary<Scene> = fc.record({
  skewMs: fc.oneof(fc.constant(0), fc.integer({min: -600_000, max: 600_000})),
  lifetimeMs: fc.constantFrom(60_000, 30_000, 900_000),
  latencyMs: fc.constantFrom(50, 5, 400),
  isClerkFound: fc.oneof({weight: 4, arbitrary: fc.constant(true)}, fc.boolean()),
  isSignedIn: fc.oneof({weight: 4, arbitrary: fc.constant(true)}, fc.boolean()),
});
