import {ContextConsumer, ContextProvider} from '@lit/context';
import {css, html} from 'lit';
import {mergeSettings, ownSettings} from './chart-settings.js';
import {ParamAttributes} from './param-attributes.js';
import {providerContext} from './provider-context.js';
import {SettingsElement} from './settings-element.js';

/**
 * Sets anything that a `<tinybird-chart>` takes once for all charts inside it. The nearest
 * provider wins; `params` are merged name by name.
 *
 * @slot - The charts, and anything else.
 */
export class TinybirdProvider extends SettingsElement {
  static override readonly styles = css`
    :host {
      display: contents;
    }
  `;

  readonly #provided = new ContextProvider(this, {
    context: providerContext,
    initialValue: {settings: {}, scope: this},
  });
  readonly #outer = new ContextConsumer(this, {context: providerContext, subscribe: true});
  readonly #paramAttributes = new ParamAttributes(this);

  protected override willUpdate(): void {
    const outer = this.#outer.value?.settings ?? {};
    const {params} = this.#paramAttributes;
    this.#provided.setValue({
      settings: mergeSettings(mergeSettings(outer, ownSettings(this)), {params}),
      scope: this,
    });
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}
