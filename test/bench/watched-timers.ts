/**
 * Runs in a page before its scripts. `callbacks.run` counts what timers, animation frames and idle time have
 * called; `callbacks.pending()` tells how many of them are still to come.
 */
export const WATCH_TIMERS = `
  globalThis.callbacks = {run: 0};
  const asked = {timer: new Set(), frame: new Set(), idle: new Set()};
  callbacks.pending = () => Object.values(asked).reduce((sum, {size}) => sum + size, 0);
  const watch = (ask, cancel, handles) => {
    const [ours, theirs] = [globalThis[ask].bind(globalThis), globalThis[cancel].bind(globalThis)];
    globalThis[ask] = (callback, ...rest) => {
      const handle = ours((...given) => {
        callbacks.run += 1;
        if (ask !== 'setInterval') handles.delete(handle);
        callback(...given);
      }, ...rest);
      handles.add(handle);
      return handle;
    };
    globalThis[cancel] = (handle) => {
      handles.delete(handle);
      theirs(handle);
    };
  };
  watch('setTimeout', 'clearTimeout', asked.timer);
  watch('setInterval', 'clearInterval', asked.timer);
  watch('requestAnimationFrame', 'cancelAnimationFrame', asked.frame);
  watch('requestIdleCallback', 'cancelIdleCallback', asked.idle);
`;
