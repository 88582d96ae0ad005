import {ConfigurationError} from '../../errors/configuration-error.js';

/** An option of `signTinybirdToken` is wrong. Its code is `misconfigured`; it quotes no value. */
export class TokenOptionError extends ConfigurationError {
  /** Name of the option, of a fixed parameter as `fixedParams.org`. */
  readonly option: string;

  constructor(option: string, problem: string) {
    super(`signTinybirdToken: \`${option}\` ${problem}`);
    this.option = option;
  }
}
