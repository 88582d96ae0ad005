const STORAGE_KEY = 'demo-look';

/** Gives the page the look that is chosen in `select`; kept for the next visit. */
export function bindLookChoice(select: HTMLSelectElement): void {
  select.value = localStorage.getItem(STORAGE_KEY) ?? '';
  const apply = () => (document.documentElement.dataset['look'] = select.value);
  select.addEventListener('change', () => {
    localStorage.setItem(STORAGE_KEY, select.value);
    apply();
  });
  apply();
}
