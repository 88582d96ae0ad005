import {
  createElement,
  type FunctionComponent,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import type {ChartType} from '../../elements/chart-settings.js';
import type {TinybirdChart as TinybirdChartElement} from '../../elements/tinybird-chart.js';
import {TinybirdChart} from '../react/tinybird-chart.js';
import {CompatContext} from './chart-provider.js';
import type {ChartProps} from './compat-props.js';
import {toStyle} from './compat-style.js';
import {toChartProps} from './to-chart-props.js';

/** Makes the component of one kind. */
export function createCompatChart(name: string, type: ChartType): FunctionComponent<ChartProps> {
  const component: FunctionComponent<ChartProps> = (own) => {
    const {styles, queryConfig, fallbacks} = useContext(CompatContext);
    const props: ChartProps = {
      ...styles,
      ...queryConfig,
      ...withValues({fallbackLoading: fallbacks?.loading, fallbackError: fallbacks?.error}),
      ...withValues(own),
    };
    const {fallbackLoading, fallbackError, loading, error, token, endpoint = ''} = props;
    const element = useRef<TinybirdChartElement>(null);
    const [problem, setProblem] = useState<string | null>(null);
    useEffect(() => {
      // A chart that waits for the renewed token need not wait for its next attempt.
      const chart = element.current;
      if (chart?.error && token !== undefined) void chart.refetch();
    }, [token]);

    const style = toStyle(props, props.height, props.width);
    if (loading && !props.data)
      return createElement('div', {style, 'aria-busy': true}, fallbackLoading);
    if (error)
      return createElement(
        'div',
        {style, role: 'alert'},
        fallbackError ? createElement(fallbackError, {error}) : error,
      );
    return createElement(
      TinybirdChart,
      {
        ...toChartProps(props, name, type),
        ref: element,
        style,
        onLoad: ({response}) => {
          setProblem(null);
          props.onSuccess?.(response, endpoint);
        },
        onError: (event) => {
          setProblem(event.error.message);
          props.onError?.(event.error, endpoint);
        },
      },
      inSlot('loading', fallbackLoading),
      inSlot(
        'error',
        fallbackError && problem !== null && createElement(fallbackError, {error: problem}),
      ),
    );
  };
  component.displayName = name;
  return component;
}

function inSlot(slot: string, content: ReactNode): ReactNode {
  return content ? createElement('div', {slot}, content) : null;
}

function withValues<T extends object>(props: T): T {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as T;
}
