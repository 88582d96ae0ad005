import type {StackDescription} from './stack/stack-description.js';

let answer: Promise<StackDescription> | null = null;

/** Asks the page server once for addresses, people and organizations of the stack. */
export function readStackInfo(): Promise<StackDescription> {
  answer ??= fetch('/stack.json').then(async (response) => {
    if (!response.ok) throw new Error(`/stack.json answered ${response.status}.`);
    return (await response.json()) as StackDescription;
  });
  return answer;
}
