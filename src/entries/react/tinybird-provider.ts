import {
  createElement,
  forwardRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
  useContext,
  useMemo,
  useRef,
} from 'react';
import type {TinybirdProvider as TinybirdProviderElement} from '../../elements/tinybird-provider.js';
import '../../define.js';
import type {SettingProps} from '../tags/tag-props.js';
import {type ElementProps, splitProps} from './element-props.js';
import {SettingsContext} from './settings-context.js';
import {CHART_EVENTS, type ChartListeners} from './tinybird-chart.js';
import {useElement} from './use-element.js';

/** Everything a `<tinybird-provider>` takes. */
export interface TinybirdProviderProps extends SettingProps, ElementProps, ChartListeners {}

/** `<tinybird-provider>`: settings of all charts inside, and of the hooks in its children. */
export const TinybirdProvider: ForwardRefExoticComponent<
  TinybirdProviderProps & RefAttributes<TinybirdProviderElement>
> = forwardRef<TinybirdProviderElement, TinybirdProviderProps>((props, forwarded) => {
  const split = splitProps(props, CHART_EVENTS);
  const ref = useElement(split, forwarded);
  const outer = useContext(SettingsContext);
  const own = useShallowlySame(split.properties as SettingProps);
  const value = useMemo(() => ({...outer, ...own}), [outer, own]);
  const children = createElement('tinybird-provider', {
    ...split.attributes,
    ref,
    suppressHydrationWarning: true,
  });
  return createElement(SettingsContext.Provider, {value}, children);
});
TinybirdProvider.displayName = 'TinybirdProvider';

/** Returns the object of an earlier render while its values are the same. */
function useShallowlySame<T extends object>(value: T): T {
  const kept = useRef(value);
  const names = new Set([...Object.keys(kept.current), ...Object.keys(value)]) as Set<keyof T>;
  if ([...names].some((name) => !Object.is(kept.current[name], value[name]))) kept.current = value;
  return kept.current;
}
