import {readStackInfo} from '../stack-info.js';
import type {FaultRule} from '../stack/faults.js';

const applied = new Map<string, FaultRule>();
let running: Promise<void> = Promise.resolve();
let next: Promise<void> | null = null;

/** Puts a fault into force, or takes it away; the other faults stay as they are. */
export function setFault(id: string, rule: FaultRule | null): Promise<void> {
  if (rule) applied.set(id, rule);
  else applied.delete(id);
  // Changes made together are sent together: between the two requests no fault is in force.
  if (!next) {
    next = running.then(() => {
      next = null;
      return sendAll();
    });
    running = next.catch(() => undefined);
  }
  return next;
}

async function sendAll(): Promise<void> {
  const address = await faultsAddress();
  // The stand-in forgets only all faults at once.
  await request(address, 'DELETE');
  for (const each of applied.values()) await request(address, 'POST', each);
}

/** Takes all faults away, also when the page is being left. */
export async function clearFaults(): Promise<void> {
  applied.clear();
  await request(await faultsAddress(), 'DELETE');
}

/** Tells whether the services are stand-ins, whose faults can be ordered. */
export async function hasFaults(): Promise<boolean> {
  return (await readStackInfo()).tinybird.controls !== null;
}

async function faultsAddress(): Promise<string> {
  const {controls} = (await readStackInfo()).tinybird;
  if (!controls) throw new Error('Only the stand-in takes faults; this is a real workspace.');
  return controls.faults;
}

async function request(address: string, method: string, body?: FaultRule): Promise<void> {
  const response = await fetch(address, {
    method,
    keepalive: true,
    ...(body && {headers: {'content-type': 'application/json'}, body: JSON.stringify(body)}),
  });
  if (!response.ok) throw new Error(`${method} ${address} answered ${response.status}.`);
}
