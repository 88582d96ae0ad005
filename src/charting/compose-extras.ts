import type {PlotExtras} from './plot-extras.js';

/** One thing that a drawing has beyond a plain one. */
export type PlotExtra = Partial<PlotExtras>;

/** Makes one of many; each works on what those before it have made. */
export function composeExtras(extras: readonly PlotExtra[]): PlotExtras {
  return {
    toDrawn: (input) => extras.reduce((made, extra) => extra.toDrawn?.(made) ?? made, input),
    toLooks: (looks) => extras.reduce((made, extra) => extra.toLooks?.(made) ?? made, looks),
    toPlan: (plan, context) =>
      extras.reduce((made, extra) => extra.toPlan?.(made, context) ?? made, plan),
    toGeometry: (geometry, chart, state) =>
      extras.reduce((made, extra) => extra.toGeometry?.(made, chart, state) ?? made, geometry),
    toTooltip: (model, input) =>
      extras.reduce((made, extra) => extra.toTooltip?.(made, input) ?? made, model),
    paint(context, state, geometry, place) {
      for (const extra of extras) extra.paint?.(context, state, geometry, place);
    },
  };
}

/** Returns a plan with options laid over those of one scale. */
export function withScale<Plan extends {readonly options: PlotOptionsLike}>(
  plan: Plan,
  name: string,
  options: object,
): Plan {
  const {scales} = plan.options;
  const changed = {...scales, [name]: {...scales[name], ...options}};
  return {...plan, options: {...plan.options, scales: changed}};
}

interface PlotOptionsLike {
  readonly scales: Readonly<Record<string, object>>;
}
