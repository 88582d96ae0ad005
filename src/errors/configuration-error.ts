import {ChartError, type ChartErrorDetails} from './chart-error.js';

/** An attribute or option is missing or wrong. The page's author acts. */
export class ConfigurationError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('misconfigured', message, details);
  }
}

/** A token would have to go to a host that markup alone may not choose. The page's author acts. */
export class HostNotAllowedError extends ChartError {
  constructor(message: string, details?: ChartErrorDetails) {
    super('host-not-allowed', message, details);
  }
}
