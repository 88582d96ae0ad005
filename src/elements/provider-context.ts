import {createContext} from '@lit/context';
import type {ChartSettings} from './chart-settings.js';

/** What a provider hands down: its settings, and itself as the scope of the sign-in button. */
export interface ProvidedSettings {
  readonly settings: ChartSettings;
  readonly scope: object;
}

/** Settings of the nearest provider, its own ancestors' merged in. */
export const providerContext = createContext<ProvidedSettings>(
  Symbol.for('tinybird-chart.provider'),
);
