import type {Program} from 'estree';

/** What only a chart that hears events needs, reads other data than ours, or is asked by no one. */
const UNUSED: Readonly<Record<string, readonly string[]>> = {
  Chart: [
    'bindUserEvents',
    'bindResponsiveEvents',
    'updateHoverStyle',
    'getActiveElements',
    'setActiveElements',
    '_updateHoverStyles',
    '_eventHandler',
    '_handleEvent',
    '_getActiveElements',
    'getElementsAtEventForMode',
    'isPointInArea',
    'setDatasetVisibility',
    'toggleDataVisibility',
    '_updateVisibility',
    'hide',
    'show',
    'toBase64Image',
    'getVisibleDatasetCount',
    'unregister',
  ],
  DatasetController: [
    'parsePrimitiveData',
    'parseArrayData',
    'parseObjectData',
    'getDataElement',
    'getLabelAndValue',
    'getStyle',
    '_setStyle',
    'removeHoverStyle',
    'setHoverStyle',
    '_removeDatasetHoverStyle',
    '_setDatasetHoverStyle',
    '_sync',
    '_onDataPush',
    '_onDataPop',
    '_onDataShift',
    '_onDataSplice',
    '_onDataUnshift',
  ],
  BarController: ['parsePrimitiveData', 'parseArrayData', 'parseObjectData', 'getLabelAndValue'],
  Element: ['tooltipPosition', 'hasValue'],
  Scale: ['getTicks', 'isFullSize'],
  BasePlatform: ['isAttached', 'addEventListener', 'removeEventListener'],
  TypedRegistry: ['unregister'],
  PointElement: ['inRange', 'inXRange', 'inYRange', 'getCenterPoint', 'getRange'],
  BarElement: ['inRange', 'inXRange', 'inYRange', 'getCenterPoint', 'getRange'],
  Registry: [
    'addControllers',
    'addPlugins',
    'addScales',
    'removeControllers',
    'removeElements',
    'removePlugins',
    'removeScales',
  ],
};

/** Of these, what Chart.js names behind a condition that such a chart never meets. */
const GUARDED = /^(_eventHandler|_updateHoverStyles|parse(Primitive|Array|Object)Data)$/;

/** What such a chart does in place of what Chart.js does. */
const INSTEAD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Chart: {
    bindEvents: 'this.attached = true;',
    unbindEvents: '',
    _checkEventBindings: '',
    // The owner hands over a blank canvas.
    clear: 'if (this.isDrawn) clearCanvas(this.canvas, this.ctx); this.isDrawn = true;',
  },
  // Made and updated at once, a chart would read its options twice.
  Config: {
    update: 'if (this.isRead) {this.clearCache(); initOptions(this._config);} this.isRead = true;',
  },
  // Markers are drawn by hand: every dataset has a radius of 0.
  PointElement: {draw: ''},
};

/** Methods that become functions at the top of the module, which can be cut off there. */
const OUTSIDE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Scale: {
    drawTitle: 'drawScaleTitle',
    calculateLabelRotation: 'rotateScaleLabels',
    _resolveTickFontOptions: 'tickFont',
    _tickSize: 'tickSize',
  },
};

/**
 * Returns the code of Chart.js for charts that hear no events, look for no platform and are given
 * data that needs no parsing, which is all that `ChartView` makes.
 *
 * @throws {Error} where Chart.js has another shape than is known here.
 */
export function stillChart(code: string, parse: (code: string) => Program): string {
  const cuts: {from: number; to: number; text: string}[] = [];
  const methods = methodsOf(parse(code));
  const find = (owner: string, name: string) => {
    const method = methods.get(`${owner}.${name}`);
    if (!method) throw new Error(`Chart.js has no ${owner}.${name}, which stillChart takes out.`);
    return method;
  };
  for (const [owner, names] of Object.entries(UNUSED))
    for (const name of names) {
      const [from, to] = find(owner, name).whole;
      cuts.push({from, to, text: ''});
    }
  for (const [owner, bodies] of Object.entries(INSTEAD))
    for (const [name, body] of Object.entries(bodies)) {
      const [from, to] = find(owner, name).body;
      cuts.push({from, to, text: `{${body}}`});
    }
  const outside: string[] = [];
  for (const [owner, names] of Object.entries(OUTSIDE))
    for (const [name, outer] of Object.entries(names)) {
      const {whole, body} = find(owner, name);
      const [from, to] = body;
      const parameters = code.slice(whole[0] + name.length, from);
      outside.push(`function ${outer}${parameters}${code.slice(from, to)}`);
      cuts.push({from, to, text: `{return ${outer}.apply(this, arguments);}`});
    }
  const [from, to] = platformChoice(code);
  cuts.push({from, to, text: ''});
  // From the end, so that places before stay true.
  const still = cuts
    .sort((one, other) => other.from - one.from)
    .reduce((rest, cut) => rest.slice(0, cut.from) + cut.text + rest.slice(cut.to), code);
  return [still, ...outside].join('\n');
}

/**
 * Checks the parts of Chart.js that are kept.
 *
 * @throws {Error} where they call what has been taken out.
 */
export function assertStill(code: string): void {
  for (const name of Object.values(UNUSED).flat())
    if (!GUARDED.test(name) && new RegExp(`(?<!super)\\.${name}\\(`).test(code))
      throw new Error(`Chart.js calls ${name}, which stillChart takes out.`);
}

/** Charts bring a platform of their own: what looks for one goes, and with it those that it knows. */
function platformChoice(code: string): [number, number] {
  const found = /(function _detectPlatform\(canvas\) \{)[^]*?DomPlatform;\n(?=\})/.exec(code);
  if (!found)
    throw new Error('Chart.js looks for its platform in another way than stillChart knows.');
  return [found.index + (found[1] ?? '').length, found.index + found[0].length];
}

/** Where the methods of all classes at the top of the module stand. */
function methodsOf({body}: Program) {
  const found = new Map<string, {whole: [number, number]; body: [number, number]}>();
  for (const statement of body) {
    if (statement.type !== 'ClassDeclaration') continue;
    for (const member of statement.body.body) {
      if (member.type !== 'MethodDefinition' || member.key.type !== 'Identifier') continue;
      const {range: whole, value} = member;
      const {range: inner} = value.body;
      if (whole && inner)
        found.set(`${statement.id.name}.${member.key.name}`, {whole, body: inner});
    }
  }
  return found;
}
