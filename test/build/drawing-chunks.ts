/** Chunks that every line, bar and area needs to draw, behind what asks for its rows. */
export const DRAWING_CHUNKS: readonly string[] = ['drawn-views', 'charting-parts'];
