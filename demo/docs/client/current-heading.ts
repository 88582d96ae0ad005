const TOP_PX = 96;

/** Marks the link to the section that is being read, as the page scrolls. */
export function markCurrentHeading(links: NodeListOf<HTMLAnchorElement>): void {
  const headings = [...links].flatMap(
    (link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? [],
  );
  if (headings.length === 0) return;
  const mark = () => {
    const above = headings.filter((heading) => heading.getBoundingClientRect().top < TOP_PX);
    const current = above.at(-1) ?? headings[0];
    for (const link of links) {
      const isCurrent = link.hash === `#${current?.id ?? ''}`;
      if (isCurrent) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };
  let isAsked = false;
  addEventListener(
    'scroll',
    () => {
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        mark();
      });
    },
    {passive: true},
  );
  mark();
}
