import type {CliSystem} from './cli-system.js';
import type {Secrets} from './secrets.js';

/** Where a command writes; nothing passes with a secret in it. */
export class Console {
  readonly #system: CliSystem;
  readonly #secrets: Secrets;

  constructor(system: CliSystem, secrets: Secrets) {
    this.#system = system;
    this.#secrets = secrets;
  }

  print(...lines: readonly string[]): void {
    this.#system.output.write(this.#secrets.mask(`${lines.join('\n')}\n`));
  }

  complain(...lines: readonly string[]): void {
    this.#system.errors.write(this.#secrets.mask(`${lines.join('\n')}\n`));
  }
}
