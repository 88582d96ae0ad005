import {expect} from '@open-wc/testing';
import {mergeSettings, ownSettings, SETTING_KEYS} from '../../src/elements/chart-settings.js';
import {InvalidJson} from '../../src/elements/json-attribute.js';
import {
  areSettingsDue,
  followScripts,
  onPageSettings,
  pageSettings,
} from '../../src/elements/page-settings.js';
import {until} from '../support/until.js';
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

  it('merge what is called like a part of every object', () => {
    const params = JSON.parse('{"constructor": 1, "__proto__": 2}') as Record<string, number>;

    const merged = mergeSettings({params}, {params: {b: 2}});

    expect(Object.entries(merged.params ?? {})).to.deep.equal([
      ['constructor', 1],
      ['__proto__', 2],
      ['b', 2],
    ]);
  });

  it('that are false or empty leave the farther level alone', () => {
    expect(ownSettings({stacked: false, host: '', smooth: true})).to.deep.equal({smooth: true});
  });

  const scriptPage = (...attributes: readonly Record<string, string>[]) => {
    const page = document.implementation.createHTMLDocument();
    const scripts = attributes.map((own) => {
      const script = page.createElement('script');
      script.setAttribute('src', 'https://cdn.example/tinybird-chart.js');
      for (const [name, value] of Object.entries(own)) script.setAttribute(`data-${name}`, value);
      page.head.append(script);
      return script;
    });
    followScripts('https://cdn.example/tinybird-chart.js', page);
    return scripts;
  };
  const keep = pageSettings();
  const unset = Object.fromEntries(SETTING_KEYS.map((key) => [key, undefined]));
  afterEach(() => Object.assign(pageSettings(), unset, {allowedHosts: undefined}, keep));

  it('come from data attributes of the script tag that has run', () => {
    const [script] = scriptPage({
      host: 'https://api.us-east.aws.tinybird.co',
      'clerk-publishable-key': 'pk_test_x',
      'refresh-interval': '30',
      'no-legend': '',
      'allowed-hosts': 'https://tb.example, https://tb2.example',
    });

    script?.dispatchEvent(new Event('load'));

    expect(pageSettings()).to.include({
      host: 'https://api.us-east.aws.tinybird.co',
      clerkPublishableKey: 'pk_test_x',
      refreshInterval: 30,
      noLegend: true,
    });
    expect(pageSettings().allowedHosts).to.deep.equal([
      'https://tb.example',
      'https://tb2.example',
    ]);
  });

  it('are read as an element reads its own', () => {
    const [script] = scriptPage({
      top: '5',
      'y-min': '0.5',
      stacked: 'percent',
      compare: 'last_week, last_year',
      reference: '{"value":7}',
      'group-by': 'country',
    });

    script?.dispatchEvent(new Event('load'));

    expect(pageSettings()).to.deep.include({
      top: 5,
      yMin: 0.5,
      stacked: 'percent',
      compare: ['last_week', 'last_year'],
      reference: {value: 7},
      groupBy: 'country',
    });
  });

  it('are due until the script tag has run', () => {
    const [script] = scriptPage({locale: 'de'});
    const wereDue = areSettingsDue();
    script?.dispatchEvent(new Event('load'));

    expect([wereDue, areSettingsDue()]).to.deep.equal([true, false]);
  });

  it('are due no longer than that task where a script tag does not run', async () => {
    scriptPage({'allowed-hosts': 'https://evil.example'});
    let notices = 0;
    const stop = onPageSettings(() => (notices += 1));
    const wereDue = areSettingsDue();
    await until(
      () => !areSettingsDue(),
      () => 'settings',
    );
    stop();

    expect(wereDue).to.equal(true);
    expect(notices).to.equal(1);
    expect(pageSettings().allowedHosts).to.equal(undefined);
  });

  it('do not come from a script tag that has not run', () => {
    scriptPage({'allowed-hosts': 'https://evil.example'});

    expect(pageSettings().allowedHosts).to.equal(undefined);
  });

  it('come from no script tag where two of them disagree', () => {
    const scripts = scriptPage({locale: 'de'}, {'allowed-hosts': 'https://evil.example'});

    for (const script of scripts) script.dispatchEvent(new Event('load'));

    expect(pageSettings().locale).to.equal(undefined);
    expect(pageSettings().allowedHosts).to.equal(undefined);
  });

  it('come from two script tags that agree', () => {
    const [script] = scriptPage({locale: 'de'}, {locale: 'de'});

    script?.dispatchEvent(new Event('load'));

    expect(pageSettings().locale).to.equal('de');
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
    ['a colour that is no text', {columns: {n: {color: 7 as never}}}],
    ['options of a column that are null', {columns: {n: null as never}}],
    ['a label that is no text', {columns: {n: {label: {} as never}}}],
    ['a format that is no text', {columns: {n: {format: 7 as never}}}],
    ['a column hidden by a word', {columns: {n: {hidden: 'no' as never}}}],
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
