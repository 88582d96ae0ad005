import {Component, computed, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <select #select (change)="granularity.set(select.value)" aria-label="Granularity">
      <option>day</option>
      <option>week</option>
      <option>month</option>
    </select>
    <tinybird-chart
      pipe="visits_over_time"
      type="area"
      heading="Visits"
      [params]="params()"
      (tinybird-chart-select)="chosen.set($event.index)"
    />
    <output>{{ chosen() }}</output>
  `,
})
export class App {
  readonly granularity = signal('day');
  readonly params = computed(() => ({granularity: this.granularity()}));
  readonly chosen = signal<unknown>('');
}
