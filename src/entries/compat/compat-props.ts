import type {ReactElement, ReactNode} from 'react';
import type {GetToken} from '../../auth/get-token-source.js';
import type {ColumnMeta, PipeResponse, Row} from '../../tinybird/pipe-response.js';

/** How a chart asks. */
export interface CompatQuery {
  /** Address of a pipe's JSON endpoint; its search parameters are parameters of the pipe. */
  readonly endpoint?: string | undefined;
  /** Token to ask with; a renewed one of the same tenant keeps the rows on screen. */
  readonly token?: string | undefined;
  /** In place of `token`: asked for one whenever it is needed. */
  readonly getToken?: GetToken | undefined;
  /** Milliseconds between refetches, 1000 at least; 0 for none. */
  readonly refreshInterval?: number | undefined;
  /** Not called: tokens never go into an address. Said once on the console. */
  readonly fetcher?: unknown;
  readonly onSuccess?: ((response: PipeResponse, endpoint: string) => void) | undefined;
  readonly onError?: ((error: Error, endpoint: string) => void) | undefined;
}

/** How a chart looks; numbers are pixels. */
export interface CompatStyles {
  readonly backgroundColor?: string | undefined;
  readonly borderColor?: string | undefined;
  readonly borderRadius?: number | string | undefined;
  readonly boxShadow?: string | undefined;
  readonly colorPalette?: readonly string[] | undefined;
  readonly fontFamily?: string | undefined;
  readonly fontSize?: number | string | undefined;
  readonly padding?: number | string | undefined;
  readonly textColor?: string | undefined;
}

/** What is shown in place of a chart without rows. */
export interface CompatFallbacks {
  readonly fallbackLoading?: ReactElement | undefined;
  readonly fallbackError?: ((props: {error: string}) => ReactElement) | undefined;
}

/** A label of a bar list; text is shown, elements and functions are not. */
export interface CompatLabel {
  readonly label?: ReactNode;
  readonly renderValue?: unknown;
  readonly renderBarContent?: unknown;
}

/** Props of every chart. */
export interface ChartProps extends CompatQuery, CompatStyles, CompatFallbacks {
  readonly index?: string | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly groupBy?: string | undefined;
  readonly stacked?: boolean | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** @default false */
  readonly showLegend?: boolean | undefined;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  /** Rows in place of a query, as `useQuery` gives them. */
  readonly data?: readonly Row[] | null | undefined;
  readonly meta?: readonly ColumnMeta[] | null | undefined;
  readonly loading?: boolean | undefined;
  readonly error?: string | null | undefined;
  readonly height?: number | string | undefined;
  readonly width?: number | string | undefined;
  /** Of ECharts: not applied. Said once on the console. */
  readonly options?: object | undefined;
  readonly sortDirection?: 'asc' | 'desc' | undefined;
  readonly categoryConfig?: Readonly<Record<string, CompatLabel>> | undefined;
  readonly indexConfig?: CompatLabel | undefined;
}
