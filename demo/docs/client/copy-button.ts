const SHOWN_MS = 2000;

/** A button that copies what `read` gives when it is pressed, and says that it has. */
export function copyButton(read: () => string, name = 'Copy'): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button small copy';
  button.textContent = name;
  button.setAttribute('aria-live', 'polite');
  let timer: ReturnType<typeof setTimeout> | undefined;
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(read()).then(
      () => say('Copied'),
      () => say('Not allowed'),
    );
  });
  function say(text: string): void {
    clearTimeout(timer);
    button.textContent = text;
    timer = setTimeout(() => (button.textContent = name), SHOWN_MS);
  }
  return button;
}

/** Gives each block of code a button that copies it. */
export function addCopyButtons(blocks: Iterable<Element>): void {
  for (const block of blocks) {
    block.append(copyButton(() => block.querySelector('code')?.textContent ?? ''));
  }
}
