const NO_MEDIA = 'The driver of WebKitGTK cannot say what a visitor prefers, nor print.';
const TIMED = 'WebKitGTK looks for fonts of rare characters for seconds, and inputs are timed.';
const STORIES = 'Stories at random try rules that hold whatever the engine, and take minutes.';

/** Which test files do not run in an engine, and why. */
export const LEFT_OUT = {
  Firefox: {'model/**': STORIES},
  WebKit: {
    'model/**': STORIES,
    'charting/theme-preferences.test.ts': NO_MEDIA,
    'elements/hostile-answers.test.ts': TIMED,
    'elements/forced-colors.test.ts': NO_MEDIA,
    'elements/forced-marks.test.ts': NO_MEDIA,
    'elements/print-media.test.ts': NO_MEDIA,
    'elements/reduced-motion.test.ts': NO_MEDIA,
  },
};
