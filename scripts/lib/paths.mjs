// Where things are, whatever folder a command is started from.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path inside the project. */
export const inRoot = (...parts) => join(ROOT, ...parts);
