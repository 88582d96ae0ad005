/** Name of the animations by which drawings in HTML go over to new rows. */
export const GLIDE = 'tinybird-chart-glide';

/** Puts everything inside an element where it is gliding to. */
export function endGlides(element: Element): void {
  for (const animation of element.getAnimations({subtree: true}))
    if (animation.id === GLIDE) animation.finish();
}
