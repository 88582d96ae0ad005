import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {anchorsOf, linksOf, withoutCode} from '../support/markdown.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const {scripts} = JSON.parse(read('package.json')) as {scripts: Record<string, string>};
const sources = readdirSync(join(root, 'src'), {recursive: true, encoding: 'utf8'});

function isFile(name: string): boolean {
  return (
    existsSync(join(root, name)) ||
    sources.some((file) => file === name || file.endsWith(`/${name}`))
  );
}

const pages = readdirSync(join(root, 'demo/docs'))
  .filter((file) => file.endsWith('.md'))
  .map((file) => `demo/docs/${file}`);

for (const page of [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'src/ARCHITECTURE.md',
  ...pages,
]) {
  const text = read(page);

  describe(page, () => {
    it('names only scripts that exist', () => {
      const named = [...text.matchAll(/\bnpm (start|test\b|run [\w:-]+)/g)];

      for (const [command, name = ''] of named) {
        assert.ok(name.replace('run ', '') in scripts, command);
      }
    });

    it('links to files and headings that are there', () => {
      for (const link of linksOf(text)) {
        if (/^https?:/.test(link)) continue;
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? page : join(dirname(page), path);
        assert.ok(existsSync(join(root, target)), `${link} is missing`);
        if (anchor) assert.ok(anchorsOf(read(target)).includes(anchor), `${link} has no heading`);
      }
    });

    it('names only source files that exist, or that the reader makes', () => {
      const ours = withoutCode(text).replace(/^In `[^`]+`, a new file.*$/gm, '');
      const names = [...ours.matchAll(/`([\w-][\w/-]*\.(?:ts|js))`/g)];

      for (const [, name = ''] of names) assert.ok(isFile(name), name);
    });
  });
}
