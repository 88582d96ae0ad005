const PRESETS_DAYS = [7, 30, 90] as const;
const DAY_MS = 86_400_000;

/** Buttons that fill `date_from` and `date_to` of the form around them with the latest days. */
export class DatePresets extends HTMLElement {
  connectedCallback(): void {
    const form = this.closest('form');
    if (!form) return;
    const buttons = PRESETS_DAYS.map((days) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button';
      button.textContent = `${days} days`;
      button.addEventListener('click', () => {
        const from = fieldOf(form, 'date_from');
        from.value = dayText(1 - days);
        fieldOf(form, 'date_to').value = dayText(0);
        from.dispatchEvent(new Event('input', {bubbles: true}));
      });
      return button;
    });
    this.replaceChildren(...buttons);
    const mark = () =>
      buttons.forEach((button, at) => {
        const isChosen =
          fieldOf(form, 'date_from').value === dayText(1 - (PRESETS_DAYS[at] ?? 0)) &&
          fieldOf(form, 'date_to').value === dayText(0);
        button.setAttribute('aria-pressed', String(isChosen));
      });
    form.addEventListener('input', mark);
    fieldOf(form, 'date_from').value ||= dayText(-29);
    fieldOf(form, 'date_to').value ||= dayText(0);
    // Charts that have read the form already are told; Clerk takes longer than their debounce.
    form.dispatchEvent(new Event('input', {bubbles: true}));
  }
}

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}

/** A UTC day, counted from today, as date fields and pipes take it: 2026-01-31. */
function dayText(offsetDays: number): string {
  return new Date(Date.now() + offsetDays * DAY_MS).toISOString().slice(0, 10);
}
