import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import pixelmatch from 'pixelmatch';
import {PNG} from 'pngjs';

/** Colour distance, 0 to 1, up to which two pixels are alike: rims of letters differ by machine. */
const THRESHOLD = 0.2;

const folder = fileURLToPath(new URL('.', import.meta.url));

/** True where pictures are written instead of compared (`npm run pictures`). */
export const isRenewing = Boolean(process.env['RENEW_PICTURES']);

/**
 * Returns the share of pixels, 0 to 1, in which a picture differs from the one kept under
 * `path`; 1 where the sizes do or there is none. While pictures are renewed it is kept, and 0.
 */
export function differenceFrom(path: string, seen: PNG): number {
  const file = join(folder, `${path}.png`);
  if (isRenewing) {
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, encode(seen));
    return 0;
  }
  if (!existsSync(file)) return 1;
  const kept = PNG.sync.read(readFileSync(file));
  const {width, height} = kept;
  if (seen.width !== width || seen.height !== height) return 1;
  const differing = pixelmatch(kept.data, seen.data, undefined, width, height, {
    threshold: THRESHOLD,
  });
  return differing / (width * height);
}

/** Fewer shades, far below the threshold, make files of a third less. */
function encode({width, height, data}: PNG): Buffer {
  const kept = new PNG({width, height});
  kept.data = Buffer.from(
    data.map((value, at) => (at % 4 === 3 ? 255 : Math.min(255, value + 4) & 0xf8)),
  );
  return PNG.sync.write(kept, {deflateLevel: 9, deflateStrategy: 0, colorType: 2, filterType: 0});
}

/** Keeps what was seen beside the system's temporary files and returns where. */
export function keepSeen(directory: string, path: string, seen: PNG): string {
  const file = join(directory, `${path.replaceAll('/', '-')}.png`);
  mkdirSync(directory, {recursive: true});
  writeFileSync(file, PNG.sync.write(seen));
  return file;
}
