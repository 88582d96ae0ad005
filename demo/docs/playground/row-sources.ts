import {onSession, signInAs, startedClerk} from '../../clerk-session.js';
import type {StackDescription} from '../../stack/stack-description.js';
import {readStackInfo} from '../../stack-info.js';
import {hasStack, isSignedIn, rememberSession} from '../client/chart-rows.js';

/** Where rows come from: samples, pasted text, or the pipes of a person of the local stack. */
export type RowSource = 'samples' | 'pasted' | `person:${string}`;

type Person = StackDescription['users'][number];

/** The people of the local stack, and which of them is signed in. */
export class RowSources {
  people: readonly Person[] = [];
  pipes: StackDescription['pipes'] = [];
  current: RowSource = 'samples';
  problem = '';
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Asks the stack for its people; without a stack there are none. */
  async load(): Promise<void> {
    if (!hasStack) return;
    const stack = await readStackInfo();
    this.people = stack.users.filter(({organizations}) => organizations.length > 0);
    this.pipes = stack.pipes;
    if (isSignedIn()) this.#follow();
    this.#onChange();
  }

  /** Changes the source; signs in where that is a person. */
  async choose(source: RowSource): Promise<void> {
    this.current = source;
    this.problem = '';
    this.#onChange();
    const person = this.people.find(({email}) => source === `person:${email}`);
    if (!person) return;
    try {
      const clerk = await startedClerk();
      if (clerk.user) await clerk.signOut();
      const {organizations} = await readStackInfo();
      const slug = person.organizations[0];
      const first = organizations.find((each) => each.slug === slug);
      await signInAs(person.email, person.password, first?.id ?? null);
      rememberSession(true);
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
      this.current = 'samples';
    }
    this.#onChange();
  }

  /** Somebody has signed in on another page: rows are theirs. */
  #follow(): void {
    this.current = `person:${this.people[0]?.email ?? ''}`;
    void onSession(({user}) => {
      const email = user?.primaryEmailAddress?.emailAddress;
      if (email === undefined) {
        rememberSession(false);
        this.current = 'samples';
      } else {
        this.current = `person:${email}`;
      }
      this.#onChange();
    });
  }
}
