import type {TestStack} from './test-stack.js';

/** Takes all faults back, while sessions and the request log stay as they are. */
export async function clearFaults(stack: TestStack): Promise<void> {
  const {controls} = stack.description.tinybird;
  if (!controls) throw new Error('The stack has no Tinybird stand-in.');
  const response = await fetch(controls.faults, {method: 'DELETE'});
  if (!response.ok) throw new Error(`Faults were not cleared: ${response.status}`);
}
