import {expect} from '@open-wc/testing';
import {fileName} from '../../src/elements/file-name.js';

const day = new Date(2026, 2, 4);

describe('fileName', () => {
  for (const [title, name] of [
    ['Visits over time', 'Visits over time 2026-03-04.csv'],
    ['../../etc/passwd', 'etc passwd 2026-03-04.csv'],
    ['a\\b:c*d?e"f<g>h|i', 'a b c d e f g h i 2026-03-04.csv'],
    ['CON', 'CON 2026-03-04.csv'],
    ['  . ', 'chart 2026-03-04.csv'],
    ['evil\u202egnp.exe', 'evil gnp.exe 2026-03-04.csv'],
    ['line\r\nbreak\0', 'line break 2026-03-04.csv'],
    ['Besuche – größte 東京', 'Besuche – größte 東京 2026-03-04.csv'],
    ['😀'.repeat(100), `${'😀'.repeat(60)} 2026-03-04.csv`],
  ] as const) {
    it(`makes ${JSON.stringify(name)}`, () => {
      expect(fileName(title, day, 'csv')).to.equal(name);
    });
  }
});
