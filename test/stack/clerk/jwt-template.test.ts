import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {renderClaims} from '../../../demo/stack/clerk/jwt-template.js';
import type {Json} from '../../../demo/stack/clerk/jwt-template.js';

const context = {
  user: {id: 'user_1', first_name: 'Ada', public_metadata: {team: {size: 3}, isVip: false}},
  org: {slug: 'acme'},
};
const contextWithoutOrganization = {user: context.user};

const cases: readonly [name: string, template: Json, rendered: Json][] = [
  ['a shortcode becomes its value', '{{user.id}}', 'user_1'],
  ['spaces inside the braces do not matter', '{{  org.slug }}', 'acme'],
  ['a number stays a number', '{{user.public_metadata.team.size}}', 3],
  ['an object stays an object', '{{user.public_metadata.team}}', {size: 3}],
  ['false stays false', '{{user.public_metadata.isVip}}', false],
  ['an unknown word becomes null', '{{planet.name}}', null],
  ['an inherited property becomes null', '{{user.constructor}}', null],
  ['shortcodes fill a longer text', 'x-{{user.id}}-{{org.slug}}', 'x-user_1-acme'],
  ['a missing value is the text null in a longer text', 'k-{{org.id}}', 'k-null'],
  ['a number is written out in a longer text', 'n{{user.public_metadata.team.size}}', 'n3'],
  ['a fallback in quotes stands in for null', "{{org.id || 'none'}}", 'none'],
  ['double quotes serve as well', '{{org.id || "none"}}', 'none'],
  ['a fallback may be another shortcode', '{{org.id || org.slug || user.id}}', 'acme'],
  ['a fallback is not taken when there is a value', "{{org.slug || 'none'}}", 'acme'],
  ['a fallback works within a longer text', "org:{{org.id || 'none'}}", 'org:none'],
  ['texts without shortcodes stay', 'PIPES:READ', 'PIPES:READ'],
  ['numbers, booleans and null stay', [1, true, null], [1, true, null]],
  ['keys are never filled', {'{{user.id}}': 1}, {'{{user.id}}': 1}],
  ['nested claims are filled', {a: [{b: '{{org.slug}}'}]}, {a: [{b: 'acme'}]}],
];

describe('renderClaims', () => {
  for (const [name, template, rendered] of cases) {
    it(name, () => {
      assert.deepEqual(renderClaims(template, context), rendered);
    });
  }

  it('writes null for the organization when none is active', () => {
    assert.equal(renderClaims('{{org.slug}}', contextWithoutOrganization), null);
  });

  it('does not fill a shortcode that a value brings along', () => {
    const rendered = renderClaims('{{user.id}} {{org.slug}}', {
      user: {id: '{{org.slug}}'},
      org: {slug: 'acme'},
    });

    assert.equal(rendered, '{{org.slug}} acme');
  });
});
