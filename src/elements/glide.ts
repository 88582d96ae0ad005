import {nothing} from 'lit';
import {Directive, directive, type ElementPart} from 'lit/directive.js';
import {isPrinting} from '../lib/printing.js';
import {prefersReducedMotion} from '../lib/reduced-motion.js';
import {endGlides, GLIDE} from './end-glides.js';
import {type Glides, posesIn, type Poses} from './glide-poses.js';

/** How long a drawing takes to go over to new rows, in ms: as long as on a canvas. */
const GLIDE_MS = 250;

class Glide extends Directive {
  #rows: unknown = null;

  override render(_rows: unknown, _isAnimated: boolean, _glides: Glides) {
    return nothing;
  }

  override update({element}: ElementPart, [rows, isAnimated, glides]: Parameters<Glide['render']>) {
    const moves = isAnimated && !isPrinting() && !prefersReducedMotion();
    if (this.#rows !== null && rows !== this.#rows) follow(element, moves, glides);
    else if (!moves) endGlides(element);
    this.#rows = rows;
    return nothing;
  }
}

/**
 * On the element around keyed entries (`data-key`): lets them go over from where and what they were
 * to what other `rows` make of them, as `glides` says. The first rows are there at once, and so are
 * all where less motion is wanted. An entry that moves keeps the focus.
 */
export const glide = directive(Glide);

/** The entries are still the old ones when this is called, and the new ones when the task ends. */
function follow(element: Element, moves: boolean, glides: Glides): void {
  const before: Poses = moves ? posesIn(element) : new Map();
  endGlides(element);
  const {activeElement} = element.getRootNode() as ShadowRoot;
  queueMicrotask(() => {
    if (!element.isConnected) return;
    if (activeElement instanceof HTMLElement && element.contains(activeElement))
      activeElement.focus({preventScroll: true});
    if (before.size === 0) return;
    const after = posesIn(element);
    for (const [key, pose] of after)
      for (const {element: moved, frames} of glides(before.get(key) ?? null, pose, {before, after}))
        moved.animate(frames, {duration: GLIDE_MS, easing: 'ease-out', id: GLIDE});
  });
}
