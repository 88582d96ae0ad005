import * as fc from 'fast-check';

/** Who is who in the stack, with the organizations whose rows the story knows. */
export const MEMBERSHIPS = {
  ada: ['acme', 'globex', 'initech'],
  grace: ['globex', 'initech'],
  ivan: ['initech'],
} as const;

/** A person of the stack. */
export type Person = keyof typeof MEMBERSHIPS;

/** One thing that happens to a browser with two tabs. `tab` is 0 or 1. */
export type ClerkStep =
  | {
      readonly do: 'sign in';
      readonly tab: number;
      readonly person: Person;
      readonly organization: number;
    }
  | {readonly do: 'sign out'; readonly tab: number}
  /** A number picks a membership, null chooses none. */
  | {readonly do: 'choose'; readonly tab: number; readonly organization: number | null}
  | {readonly do: 'look at'; readonly tab: number}
  | {readonly do: 'reload'; readonly tab: number}
  | {readonly do: 'move'; readonly tab: number; readonly chart: number; readonly place: number}
  | {readonly do: 'take out'; readonly tab: number; readonly chart: number}
  | {readonly do: 'tokens fail'; readonly status: number}
  | {readonly do: 'tokens are slow'; readonly latencyMs: number}
  | {readonly do: 'queries are slow'; readonly latencyMs: number}
  | {readonly do: 'queries fail'; readonly with: 'drop' | 'garbage' | 'truncate' | 429 | 500}
  | {readonly do: 'lose the network'; readonly forMs: number}
  | {readonly do: 'live short'; readonly lifetimeS: number}
  | {readonly do: 'wait'; readonly forMs: number};

const tab = fc.nat(1);
const chart = fc.nat(2);
const what = <T extends string>(name: T) => fc.constant(name);

const step: fc.Arbitrary<ClerkStep> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: what('sign in'),
      tab,
      person: fc.constantFrom<Person[]>('ada', 'ada', 'grace', 'ivan'),
      organization: fc.nat(2),
    }),
  },
  {weight: 1, arbitrary: fc.record({do: what('sign out'), tab})},
  {
    weight: 5,
    arbitrary: fc.record({
      do: what('choose'),
      tab,
      organization: fc.option(fc.nat(2), {freq: 6}),
    }),
  },
  {weight: 3, arbitrary: fc.record({do: what('look at'), tab})},
  {weight: 1, arbitrary: fc.record({do: what('reload'), tab})},
  {weight: 2, arbitrary: fc.record({do: what('move'), tab, chart, place: fc.nat(2)})},
  {weight: 1, arbitrary: fc.record({do: what('take out'), tab, chart})},
  {
    weight: 1,
    arbitrary: fc.record({do: what('tokens fail'), status: fc.constantFrom(429, 500, 503)}),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: what('tokens are slow'),
      latencyMs: fc.integer({min: 100, max: 1500}),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: what('queries are slow'),
      latencyMs: fc.integer({min: 100, max: 1500}),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: what('queries fail'),
      with: fc.constantFrom('drop' as const, 'garbage' as const, 'truncate' as const, 429, 500),
    }),
  } as fc.WeightedArbitrary<ClerkStep>,
  {
    weight: 1,
    arbitrary: fc.record({do: what('lose the network'), forMs: fc.integer({min: 100, max: 1500})}),
  },
  {
    weight: 1,
    arbitrary: fc.record({do: what('live short'), lifetimeS: fc.integer({min: 7, max: 9})}),
  },
  {weight: 3, arbitrary: fc.record({do: what('wait'), forMs: fc.integer({min: 50, max: 1500})})},
);

/** What happens to a visitor after the first sign-in. */
export const clerkStory: fc.Arbitrary<readonly ClerkStep[]> = fc.array(step, {
  minLength: 4,
  maxLength: 12,
  size: 'max',
});
