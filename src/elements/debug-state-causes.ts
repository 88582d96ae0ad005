import type {WaitingReason} from '../auth/token-source.js';
import type {DebugFacts} from './debug-facts.js';

const WAITING: Readonly<Record<WaitingReason, string>> = {
  clerk:
    'Let the page start Clerk, set clerk-publishable-key, or give a bundled Clerk to configure({clerk}).',
  token: 'Nothing yet: the first token is on its way.',
  transition: 'Nothing yet: Clerk changes the session.',
  restored: 'Nothing yet: the session of this restored page is being confirmed.',
  'pending-session': "Finish the sign-in: Clerk has tasks left for this visitor's session.",
};

/** What to do in a state without an error; ranked where there is more than one. */
export function stateCauses({shown, query, inputs}: DebugFacts): readonly string[] {
  switch (shown.state) {
    case 'idle':
      return ['Scroll the chart near the view, or set loading="eager".'];
    case 'waiting': {
      const auth = query?.auth;
      return [WAITING[auth?.status === 'waiting' ? auth.reason : 'clerk']];
    }
    case 'signed-out':
      return ['Sign in: the chart follows by itself.'];
    case 'no-organization':
      return [
        'No organization is active: choose one, or set tenancy="user" where rows belong to people.',
      ];
    case 'loading':
      return ['Nothing yet: the answer is on its way.'];
    case 'empty':
      return inputs?.given ? ['The property `data` has no rows.'] : emptyCauses(query);
    default:
      return ['Nothing to do: it works.'];
  }
}

function emptyCauses(query: DebugFacts['query']): readonly string[] {
  const fixed = query?.scopes.flatMap(({fixedParams}) => Object.entries(fixedParams)) ?? [];
  const named = fixed.map(([name, value]) => `${name} = ${JSON.stringify(value)}`).join(', ');
  return [
    ...(named
      ? [
          `The data names the tenant in another way than the token, say by id and not by slug. Compare ${named.slice(0, 100)} with the rows of the data source.`,
        ]
      : []),
    'The parameters leave nothing over. Check with fewer, or a longer time range.',
    'There is no data for this tenant yet. Check the data source in the workspace.',
  ];
}
