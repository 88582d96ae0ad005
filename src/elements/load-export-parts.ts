import type * as ExportParts from './export-parts.js';
import {partMissing} from './part-missing.js';

/** Loads what saves rows and pictures; rejects with a `NetworkError` where its file cannot be had. */
export async function loadExportParts(): Promise<typeof ExportParts> {
  try {
    return await import('./export-parts.js');
  } catch (error) {
    throw partMissing(error);
  }
}
