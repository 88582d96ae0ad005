import {expect, fixture, html} from '@open-wc/testing';
import {readForm} from '../../src/elements/form-params.js';

const read = async (controls: unknown) =>
  readForm(await fixture<HTMLFormElement>(html`<form>${controls}</form>`));

describe('readForm', () => {
  it('gives successful named controls', async () => {
    const params = await read(html`
      <input name="from_date" value="2026-01-01" />
      <select name="granularity">
        <option value="day">Day</option>
        <option value="week" selected>Week</option>
      </select>
      <textarea name="note">hi</textarea>
    `);

    expect(params).to.deep.equal({from_date: '2026-01-01', granularity: 'week', note: 'hi'});
  });

  it('leaves out password, file, hidden, disabled and nameless controls', async () => {
    const params = await read(html`
      <input type="password" name="a" value="1" />
      <input type="file" name="b" />
      <input type="hidden" name="c" value="1" />
      <input name="d" value="1" disabled />
      <input value="1" />
      <button name="e" value="1">Go</button>
    `);

    expect(params).to.deep.equal({});
  });

  it('leaves out empty values, which Tinybird takes as given', async () => {
    expect(await read(html`<input name="q1" value="" />`)).to.deep.equal({});
  });

  it('takes the name in data-param over the control name', async () => {
    const params = await read(html`<input name="start" data-param="date_from" value="x" />`);

    expect(params).to.deep.equal({date_from: 'x'});
  });

  it('collects several values of one name', async () => {
    const params = await read(html`
      <input type="checkbox" name="country" value="ES" checked />
      <input type="checkbox" name="country" value="FR" />
      <input type="checkbox" name="country" value="DE" checked />
    `);

    expect(params).to.deep.equal({country: ['ES', 'DE']});
  });

  it('leaves out what autofill keeps for passwords, codes and cards', async () => {
    const params = await read(html`
      <input name="a" value="1" autocomplete="current-password" />
      <input name="b" value="1" autocomplete="section-x one-time-code" />
      <input name="c" value="1" autocomplete="billing cc-number" />
      <input name="d" value="1" autocomplete="country" />
    `);

    expect(params).to.deep.equal({d: '1'});
  });

  it('reads a form whose controls are called like its own parts', async () => {
    const params = await read(html`
      <input name="elements" value="1" />
      <input name="addEventListener" value="2" />
      <input name="__proto__" value="3" />
    `);

    expect(Object.entries(params)).to.deep.equal([
      ['elements', '1'],
      ['addEventListener', '2'],
      ['__proto__', '3'],
    ]);
  });
});
