import type {ChartSelection} from './events.js';
import {interactionParts, loadInteractionParts} from './interaction-part.js';
import type {Interaction} from './interaction.js';
import type {Stage} from './stage.js';

/** The interaction of one drawing, whose code comes with the first thing that a visitor does. */
export class InteractionSlot {
  readonly #stage: Stage;
  #interaction: Interaction | null = null;
  #waiting: ((interaction: Interaction) => void) | null = null;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Null until it is needed and there. */
  get current(): Interaction | null {
    return this.#interaction;
  }

  /** Hands an event of the drawing on; the latest one waits where the code has to come. */
  act(event: Event): void {
    const {target} = event;
    const isLeaving = /leave|blur|out$/.test(event.type);
    // Who has left before the code came has nothing to see.
    if (isLeaving && !interactionParts()) this.#waiting = null;
    else this.#do((interaction) => interaction.act(event, target));
  }

  /** Hands on what the visitor chose in a drawing in HTML. */
  choose(selection: ChartSelection | null): void {
    this.#do((interaction) => interaction.choose(selection));
  }

  /** Makes it, now or as soon as its code is there. */
  start(): Interaction | null {
    const parts = interactionParts();
    if (parts) this.#interaction ??= new parts.Interaction(this.#stage);
    else void this.#load();
    return this.#interaction;
  }

  /** Forgets what waits for the code: it was about rows that are gone. */
  forget(): void {
    this.#waiting = null;
  }

  #do(deed: (interaction: Interaction) => void): void {
    this.#waiting = deed;
    const interaction = this.start();
    if (interaction) this.#run(interaction);
  }

  async #load(): Promise<void> {
    if (!(await loadInteractionParts())) return;
    this.#run(this.start());
    // Tools and links settle with an update, which nothing else brings to a chart that rests.
    this.#stage.host.requestUpdate();
  }

  #run(interaction: Interaction | null): void {
    const deed = this.#waiting;
    this.#waiting = null;
    if (interaction) deed?.(interaction);
  }
}
