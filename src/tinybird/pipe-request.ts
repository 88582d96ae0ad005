/** One parameter of a pipe as authors write it. Arrays are sent comma-joined. */
export type ParamValue = string | number | boolean | Date | readonly (string | number | boolean)[];

/** Parameters by name; null and undefined are left out. */
export type PipeParams = Readonly<Record<string, ParamValue | null | undefined>>;

/** One query: which pipe, where, with which parameters (already text, empty ones left out). */
export interface PipeRequest {
  /** Origin of the workspace's region, for instance `https://api.us-east.aws.tinybird.co`. */
  readonly host: string;
  readonly pipe: string;
  readonly params: Readonly<Record<string, string>>;
}
