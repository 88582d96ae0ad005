import {Component, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button id="legend" (click)="noLegend.set(!noLegend())">Legend</button>
    <button id="params" (click)="params.set({granularity: 'month'})">Months</button>
    <button id="remove" (click)="isThere.set(false)">Remove</button>
    @if (isThere()) {
      <tinybird-chart
        pipe="visits_over_time"
        type="bar"
        heading="Visits"
        number-format="decimal"
        refresh-interval="30"
        [noLegend]="noLegend()"
        [params]="params()"
        [getToken]="getToken"
        (tinybird-chart-load)="loaded.set($event.response.rows)"
        (tinybird-chart-select)="chosen.set($event.index)"
      />
    }
    <output id="loaded">{{ loaded() }}</output>
    <output id="chosen">{{ chosen() }}</output>
  `,
})
export class App {
  readonly noLegend = signal(true);
  readonly params = signal({granularity: 'week'});
  readonly isThere = signal(true);
  readonly loaded = signal<unknown>('');
  readonly chosen = signal<unknown>('');
  readonly getToken = () =>
    Promise.resolve((globalThis as unknown as {interopToken: string}).interopToken);
}
