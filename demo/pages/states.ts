// The states page: one card for each state and fault, and the log of what the charts report.
import {PageHeader} from '../page-header.js';
import {EventLog} from './event-log.js';
import {clearFaults, hasFaults} from './fault-switches.js';
import {createStateCard} from './state-card.js';
import {FAULT_CASES, MISTAKE_CASES} from './state-cases.js';

customElements.define('page-header', PageHeader);
customElements.define('event-log', EventLog);

document.querySelector('#faults')?.append(...FAULT_CASES.map(createStateCard));
document.querySelector('#mistakes')?.append(...MISTAKE_CASES.map(createStateCard));

for (const [all, each] of [
  ['#apply-all', '.apply'],
  ['#heal-all', '.heal'],
] as const)
  document.querySelector(all)?.addEventListener('click', () => {
    for (const button of document.querySelectorAll<HTMLButtonElement>(each)) button.click();
  });

if (await hasFaults()) {
  await clearFaults();
  addEventListener('pagehide', () => void clearFaults());
} else {
  for (const button of document.querySelectorAll<HTMLButtonElement>(
    '.case-actions button, .section-head button',
  ))
    button.disabled = true;
  document.querySelector('#real-services')?.removeAttribute('hidden');
}
