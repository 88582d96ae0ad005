/** Chunks that every line, bar or area runs before it is drawn, by name. */
export const EARLY_CHUNKS: readonly string[] = ['shell', 'engine', 'drawn-views', 'charting-parts'];

/**
 * Returns those of `EARLY_CHUNKS` among the chunks of a build.
 *
 * @throws {Error} when the build has no chunk of such a name.
 */
export function pickEarlyChunks<Chunk extends {readonly name: string}>(
  chunks: readonly Chunk[],
): Chunk[] {
  return EARLY_CHUNKS.map((name) => {
    const chunk = chunks.find((one) => one.name === name);
    if (!chunk) throw new Error(`The build has no chunk named ${name}.`);
    return chunk;
  });
}
