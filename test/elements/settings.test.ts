import {expect} from '@open-wc/testing';
import {mergeSettings, ownSettings} from '../../src/elements/chart-settings.js';
import {InvalidJson} from '../../src/elements/json-attribute.js';
import {settingsOfScript} from '../../src/elements/page-settings.js';
import {settingsProblem} from '../../src/elements/settings-problem.js';

describe('settings', () => {
  it('of the nearer level win', () => {
    expect(mergeSettings({type: 'bar', locale: 'de'}, {type: 'line'})).to.deep.equal({
      type: 'line',
      locale: 'de',
    });
  });

  it('merge params name by name', () => {
    const merged = mergeSettings({params: {a: 1, b: 1}}, {params: {b: 2}});

    expect(merged.params).to.deep.equal({a: 1, b: 2});
  });

  it('that are false or empty leave the farther level alone', () => {
    expect(ownSettings({stacked: false, host: '', smooth: true})).to.deep.equal({smooth: true});
  });

  it('come from data attributes of the script tag', () => {
    const page = document.implementation.createHTMLDocument();
    const script = page.createElement('script');
    script.setAttribute('src', 'https://cdn.example/tinybird-chart.js');
    script.setAttribute('data-host', 'https://api.us-east.aws.tinybird.co');
    script.setAttribute('data-clerk-publishable-key', 'pk_test_x');
    script.setAttribute('data-refresh-interval', '30');
    script.setAttribute('data-no-legend', '');
    script.setAttribute('data-allowed-hosts', 'https://tb.example, https://tb2.example');
    page.head.append(script);

    expect(settingsOfScript('https://cdn.example/tinybird-chart.js', page)).to.deep.equal({
      host: 'https://api.us-east.aws.tinybird.co',
      clerkPublishableKey: 'pk_test_x',
      refreshInterval: 30,
      noLegend: true,
      allowedHosts: ['https://tb.example', 'https://tb2.example'],
    });
  });
});

describe('settingsProblem', () => {
  for (const [what, settings] of [
    ['an unknown type', {type: 'pyramid' as never}],
    ['an unknown number format', {numberFormat: 'currency:euro'}],
    ['a locale that Intl refuses', {locale: 'not a tag'}],
    ['a zone that Intl refuses', {timeZone: 'Mars/Olympus'}],
    ['an interval that is not a number', {refreshInterval: NaN}],
    ['params that are not JSON', {params: new InvalidJson('{', 'cut short')}],
    ['a colour that is more than one', {columns: {n: {color: 'red;background:url(x)'}}}],
    ['params that are a list', {params: [1] as never}],
  ] as const) {
    it(`names ${what}`, () => {
      expect(settingsProblem(settings)?.code).to.equal('misconfigured');
    });
  }

  it('finds nothing wrong with good settings', () => {
    const settings = {
      type: 'bar',
      numberFormat: 'currency:EUR',
      locale: 'pt-BR',
      timeZone: 'Europe/Berlin',
      refreshInterval: 30,
      params: {a: 1},
    } as const;

    expect(settingsProblem(settings)).to.equal(null);
  });
});
