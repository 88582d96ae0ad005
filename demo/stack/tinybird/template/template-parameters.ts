import {assignedNames} from './check-template.js';
import type {CompiledTemplate, TemplateParameter} from './compiled-template.js';
import {walkExpression, type CallExpression, type Expression} from './expression.js';
import {SCALAR_TYPES} from './functions/scalar-types.js';
import {expressionsOf, walkStatements, type Block} from './statement.js';
import {TEMPLATE_FUNCTIONS} from './template-functions.js';

/** A parameter with what only the engine needs to know. */
export interface ParameterUse extends TemplateParameter {
  /** Item type when the template reads the parameter with Array() anywhere. */
  readonly arrayOf?: string;
  /** True when a render without it can fail: some use has no default and no `defined()` asks. */
  readonly isDemanded: boolean;
}

type Draft = {-readonly [K in keyof ParameterUse]: ParameterUse[K]} & {
  /** What `required=` said; Tinybird only documents it. */
  declaredRequired?: boolean;
  mayBeAbsent?: boolean;
};

/** Functions that name things; like a type function they need a value. */
const NAMING = new Set('column columns symbol Symbol Column table TABLE'.split(' '));
/** Functions that make something of a parameter that is absent. */
const TOLERANT = new Set('Boolean bool JSON split_to_array'.split(' '));

/** Returns a template's parameters for documentation, in order of first appearance. */
export function templateParameters(compiled: CompiledTemplate): readonly TemplateParameter[] {
  return compiled.parameters;
}

/** Finds every name a template reads and never assigns, and merges what each use says about it. */
export function collectParameters(block: Block): ParameterUse[] {
  const assigned = assignedNames(block);
  const drafts = new Map<string, Draft>();
  const draftOf = (name: string): Draft | undefined => {
    if (assigned.has(name)) return undefined;
    const draft = drafts.get(name) ?? {name, type: '', required: false, isDemanded: false};
    drafts.set(name, draft);
    return draft;
  };
  walkStatements(block, (statement) => {
    for (const expression of expressionsOf(statement)) {
      if (statement.kind === 'output' && expression.kind === 'name') {
        const draft = draftOf(expression.name);
        if (draft) draft.isDemanded = true;
      }
      walkExpression(expression, (part) => {
        if (part.kind === 'name') draftOf(part.name);
        const [first] = part.kind === 'call' ? part.args : [];
        if (part.kind !== 'call' || first?.kind !== 'name') return;
        const draft = draftOf(first.name);
        if (draft) applyCall(draft, part);
      });
    }
  });
  return [...drafts.values()].map(finishDraft);
}

function applyCall(draft: Draft, call: CallExpression): void {
  if (call.name === 'defined') draft.mayBeAbsent = true;
  const type = typeOf(call);
  if (type === undefined) return;
  if (draft.type === '' || !isTyped(draft.type)) draft.type = type;
  if (call.name === 'Array') draft.arrayOf = type.slice('Array('.length, -1);
  const read = (name: string): unknown => literalArgument(call, name);
  const fallback = read('default');
  if (draft.default === undefined && isScalar(fallback)) draft.default = fallback;
  for (const name of ['description', 'example', 'format'] as const) {
    const text = read(name);
    if (isScalar(text)) draft[name] ??= String(text);
  }
  const choices = read('enum');
  if (Array.isArray(choices)) draft.enum ??= choices.map(String);
  const required = read('required');
  if (typeof required === 'boolean') draft.declaredRequired = required;
  if (read('defined') === false) draft.mayBeAbsent = true;
  if (!TOLERANT.has(call.name)) draft.isDemanded = true;
}

function finishDraft({declaredRequired, mayBeAbsent = false, ...draft}: Draft): ParameterUse {
  const isDemanded = draft.isDemanded && !mayBeAbsent && draft.default === undefined;
  const type = draft.type === '' ? 'String' : draft.type;
  return {...draft, type, isDemanded, required: declaredRequired ?? isDemanded};
}

function typeOf(call: CallExpression): string | undefined {
  const {name} = call;
  if (name === 'Array') {
    const item = literalArgument(call, '_type');
    return `Array(${typeof item === 'string' ? item : 'String'})`;
  }
  if (name === 'bool') return 'Boolean';
  if (isTyped(name)) return name;
  return NAMING.has(name) || name === 'split_to_array' ? 'String' : undefined;
}

function isTyped(name: string): boolean {
  return SCALAR_TYPES.has(name) || /^(?:Array\(.*|Boolean|bool|JSON)$/.test(name);
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** Returns the literal given for a parameter by position or keyword; undefined for anything else. */
function literalArgument(call: CallExpression, name: string): unknown {
  const at = TEMPLATE_FUNCTIONS.get(call.name)?.parameters.indexOf(name) ?? -1;
  const keyword = call.keywords.find((candidate) => candidate.name === name)?.value;
  const expression = keyword ?? (at < 0 ? undefined : call.args[at]);
  return expression && literalOf(expression);
}

function literalOf(expression: Expression): unknown {
  if (expression.kind === 'literal') {
    return typeof expression.value === 'bigint' ? Number(expression.value) : expression.value;
  }
  if (expression.kind === 'list' || expression.kind === 'tuple') {
    return expression.items.map(literalOf);
  }
  if (expression.kind !== 'unary' || expression.operator === 'not') return undefined;
  const value = literalOf(expression.operand);
  if (typeof value !== 'number') return undefined;
  return expression.operator === '-' ? -value : value;
}
