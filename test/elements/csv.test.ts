import {expect} from '@open-wc/testing';
import {mountChart} from '../support/chart-harness.js';
import {mountQuery} from '../support/query-chart.js';

describe('toCSV()', () => {
  it('gives the rows on screen with the names of their columns', async () => {
    const data = [{user_name: 'Ada, "Countess"', n: 1}];
    const chart = await mountChart({data, type: 'table', locale: 'de'});
    await chart.reaches('ready');

    expect(await chart.element.toCSV()).to.equal('user_name,n\r\n"Ada, ""Countess""",1\r\n');
  });

  it('leaves out hidden columns', async () => {
    const data = [{name: 'Ada', secret: 'x'}];
    const chart = await mountChart({data, columns: {secret: {hidden: true}}, type: 'table'});
    await chart.reaches('ready');

    expect(await chart.element.toCSV()).to.equal('name\r\nAda\r\n');
  });

  it('is empty without rows on screen', async () => {
    const {chart} = await mountQuery();

    expect(await chart.element.toCSV()).to.equal('');
  });
});
