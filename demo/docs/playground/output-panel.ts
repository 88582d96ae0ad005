import {html, type TemplateResult} from 'lit';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';
import type {AttributeEntry} from '../site/attribute-entries.js';
import {colouredCode} from '../site/coloured-code.js';
import {copyButton} from '../client/copy-button.js';
import {jwtTemplate, type TenantKind} from './jwt-template.js';
import type {PlaygroundState} from './playground-state.js';
import {type Framework, FRAMEWORKS, snippet} from './snippet.js';

/** What the snippets are made of besides the chart's own state. */
export interface OutputChoices {
  readonly framework: Framework;
  readonly tenant: TenantKind;
  readonly tenantParam: string;
  readonly rps: number;
}

/** Changes some of the choices. */
export type ChooseOutput = (choices: Partial<OutputChoices>) => void;

const copySnippet = copyButton(() => document.querySelector('.snippet-code')?.textContent ?? '');
const copyTemplate = copyButton(() => document.querySelector('.template-code')?.textContent ?? '');

/** The tag for five frameworks, to be copied. */
export function snippetPanel(
  state: PlaygroundState,
  entries: readonly AttributeEntry[],
  {framework}: OutputChoices,
  choose: ChooseOutput,
): TemplateResult {
  const {text, language} = snippet(framework, state, entries);
  return html`
    <section aria-labelledby="tag-title">
      <h2 id="tag-title">The tag</h2>
      <fieldset class="frameworks">
        <legend class="visually-hidden">Framework</legend>
        ${FRAMEWORKS.map(
          (name) =>
            html`<label>
              <input
                type="radio"
                name="framework"
                .checked=${name === framework}
                @change=${() => choose({framework: name})}
              />
              <span>${name}</span>
            </label>`,
        )}
      </fieldset>
      <div class="code-block">
        <pre
          class="code"
          tabindex="0"
          aria-label="Snippet for ${framework}"
        ><code class="snippet-code">${unsafeHTML(colouredCode(text, language))}</code></pre>
        ${copySnippet}
      </div>
    </section>
  `;
}

/** The claims of the JWT template for the pipe, to be copied. */
export function templatePanel(
  {pipe}: PlaygroundState,
  {tenant, tenantParam, rps}: OutputChoices,
  choose: ChooseOutput,
): TemplateResult {
  const text = jwtTemplate({pipe, tenant, tenantParam, rps});
  const valueOf = (event: Event) => (event.target as HTMLInputElement).value;
  return html`
    <section aria-labelledby="template-title">
      <h2 id="template-title">The JWT template</h2>
      <p>
        Claims of a template called <code>tinybird</code> in Clerk's dashboard, signed with HS256
        and the workspace admin token. See <a href="accounts.html#the-jwt-template">accounts</a>.
      </p>
      <div class="controls inline">
        <div class="field">
          <label for="tenant">Rows belong to</label>
          <select
            id="tenant"
            @change=${(event: Event) => choose({tenant: valueOf(event) as TenantKind})}
          >
            <option value="organization" .selected=${tenant === 'organization'}>
              an organization
            </option>
            <option value="user" .selected=${tenant === 'user'}>a user</option>
          </select>
        </div>
        <div class="field">
          <label for="tenant-param">Parameter that the token fixes</label>
          <input
            id="tenant-param"
            type="text"
            autocomplete="off"
            spellcheck="false"
            .value=${tenantParam}
            @input=${(event: Event) => choose({tenantParam: valueOf(event)})}
          />
        </div>
        <div class="field">
          <label for="rps">Requests a second</label>
          <input
            id="rps"
            type="number"
            min="1"
            .value=${String(rps)}
            @input=${(event: Event) => choose({rps: Math.max(1, Number(valueOf(event)) || 1)})}
          />
        </div>
      </div>
      <div class="code-block">
        <pre
          class="code"
          tabindex="0"
          aria-label="Claims of the template"
        ><code class="template-code">${unsafeHTML(colouredCode(text, 'json'))}</code></pre>
        ${copyTemplate}
      </div>
    </section>
  `;
}
