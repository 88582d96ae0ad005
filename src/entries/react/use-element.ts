import {type ForwardedRef, useCallback, useEffect, useLayoutEffect, useRef} from 'react';
import type {SplitProps} from './element-props.js';
import {ElementSync} from './sync-element.js';

/** Layout effects make React 18 complain on servers, where no effect runs anyway. */
const useIsomorphicLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/** Returns the ref of an element whose properties and listeners follow `split`. */
export function useElement<E extends HTMLElement>(
  split: SplitProps,
  forwarded: ForwardedRef<E>,
): (element: E | null) => void {
  const sync = useRef<ElementSync | null>(null);
  const latest = useRef(split);
  latest.current = split;

  useIsomorphicLayoutEffect(() => {
    sync.current?.update(split);
  });
  useIsomorphicLayoutEffect(() => {
    // After a strict mode's rehearsal the listeners have to come back.
    sync.current?.update(latest.current);
    return () => sync.current?.release();
  }, []);

  return useCallback(
    (found: E | null) => {
      if (found && found !== sync.current?.element) {
        sync.current?.release();
        sync.current = new ElementSync(found);
        sync.current.update(latest.current);
      }
      if (typeof forwarded === 'function') forwarded(found);
      else if (forwarded) forwarded.current = found;
    },
    [forwarded],
  );
}
