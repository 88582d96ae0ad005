import {type ESTree, Visitor} from 'rolldown/utils';
import type {Plugin} from 'vite';
import {compactStyles} from './compact-styles.js';

/**
 * Takes out white space that is text to a minifier of JavaScript: of styles all that says nothing,
 * comments too, of markup each run with a line break but for one space. Nothing is reordered or
 * rewritten.
 */
export const compactTemplates: Plugin = {
  name: 'compact-templates',
  transform: {
    filter: {id: /\/src\/.*\.ts$/, code: /(css|html|svg)`/},
    handler(code) {
      const edits: {readonly node: ESTree.TemplateElement; readonly text: string}[] = [];
      const visitor = new Visitor({
        TaggedTemplateExpression({tag, quasi: {quasis}}) {
          const name = tag.type === 'Identifier' ? tag.name : '';
          for (const node of quasis) {
            const {raw} = node.value;
            if (name === 'css') edits.push({node, text: compactStyles(raw)});
            if (name === 'html' || name === 'svg')
              edits.push({node, text: raw.replace(/\s*\n\s*/g, ' ')});
          }
        },
      });
      visitor.visit(this.parse(code));
      edits.sort((one, other) => other.node.start - one.node.start);
      return edits.reduce(
        (whole, {node: {start, end}, text}) => whole.slice(0, start) + text + whole.slice(end),
        code,
      );
    },
  },
};
