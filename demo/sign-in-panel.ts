import {onSession, signInAs, startedClerk} from './clerk-session.js';
import {readStackInfo} from './stack-info.js';
import type {StackDescription} from './stack/stack-description.js';

type Person = StackDescription['users'][number];

/** The people of the stack as buttons that sign in, and Clerk's own sign-in beside them. */
export class SignInPanel extends HTMLElement {
  readonly #problem = document.createElement('p');

  connectedCallback(): void {
    this.#problem.className = 'problem';
    this.#problem.setAttribute('role', 'alert');
    this.#problem.hidden = true;
    void this.#show().catch((error: unknown) => this.#tell(error));
  }

  async #show(): Promise<void> {
    const stack = await readStackInfo();
    const people = document.createElement('ul');
    people.className = 'people';
    people.append(...stack.users.map((person) => this.#item(person, stack)));
    const own = document.createElement('button');
    own.type = 'button';
    own.className = 'button';
    own.textContent = 'Sign in with Clerk';
    own.addEventListener('click', () => void startedClerk().then((clerk) => clerk.openSignIn()));
    const or = document.createElement('p');
    or.className = 'or';
    or.append(own, stack.users.length > 0 ? 'with any address and password above' : '');
    this.replaceChildren(people, this.#problem, or);
    void onSession(() => this.#setBusy(false));
  }

  #item(person: Person, stack: StackDescription): HTMLLIElement {
    const {name, email, password, organizations} = person;
    const nameOf = (slug: string) =>
      stack.organizations.find((each) => each.slug === slug)?.name ?? slug;
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'person';
    const circle = part('initials', name.replaceAll(/[^A-Z]/g, ''));
    circle.setAttribute('aria-hidden', 'true');
    button.append(
      circle,
      part('name', `Sign in as ${name.split(' ')[0] ?? name}`),
      part('credentials', email, document.createElement('br'), password),
      part('chips', ...chips(organizations.map(nameOf))),
    );
    button.addEventListener('click', () => {
      const first = stack.organizations.find(({slug}) => slug === organizations[0]);
      this.#setBusy(true);
      this.#problem.hidden = true;
      signInAs(email, password, first?.id ?? null)
        .catch((error: unknown) => this.#tell(error))
        .finally(() => this.#setBusy(false));
    });
    item.append(button);
    return item;
  }

  #setBusy(isBusy: boolean): void {
    for (const button of this.querySelectorAll('button')) button.disabled = isBusy;
  }

  #tell(error: unknown): void {
    this.#problem.textContent = error instanceof Error ? error.message : String(error);
    this.#problem.hidden = false;
    if (!this.#problem.isConnected) this.append(this.#problem);
  }
}

function chips(names: readonly string[]): Node[] {
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
  return (shown.length > 0 ? shown : ['No organization']).map((name) => part('chip', name));
}

function part(className: string, ...content: (string | Node)[]): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = className;
  element.append(...content);
  return element;
}
