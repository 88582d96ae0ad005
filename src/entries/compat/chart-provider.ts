import {createContext, createElement, type ReactElement, type ReactNode} from 'react';
import type {CompatFallbacks, CompatQuery, CompatStyles} from './compat-props.js';

/** What all charts inside have in common; each chart's own props win. */
export interface ChartProviderProps {
  readonly styles?: CompatStyles | undefined;
  readonly queryConfig?: CompatQuery | undefined;
  readonly fallbacks?:
    | {
        readonly loading?: CompatFallbacks['fallbackLoading'];
        readonly error?: CompatFallbacks['fallbackError'];
      }
    | undefined;
  readonly children?: ReactNode;
}

/** What the provider around gives. */
export const CompatContext = createContext<Omit<ChartProviderProps, 'children'>>({});

/** Shares styles, query and fallbacks among charts. */
export function ChartProvider({children, ...given}: ChartProviderProps): ReactElement {
  return createElement(CompatContext.Provider, {value: given}, children);
}
