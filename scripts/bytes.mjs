// npm run bytes: the bytes of every chunk of the built page, and of what is loaded together; ends with 1 where that is
// over its budget.
import process from 'node:process';
import { measure, overBudget, sizeTable } from './lib/bytes.mjs';
import { inRoot } from './lib/paths.mjs';

/**
 * Bytes, before compression: what was measured when the budget was made, and 3 % for what is to come. Whoever needs
 * more says why in docs/DEPENDENCIES.md.
 */
const BUDGET = {
  'index.html': 892_000,
  'embed.html': 864_000,
  worker: 628_000,
};

const { chunks, loads } = measure(inRoot('dist'));
console.log(['Chunks', ...sizeTable(chunks), '', 'Loaded together', ...sizeTable(loads)].join('\n'));
const over = overBudget(loads, BUDGET);
for (const line of over) console.error(line);
process.exitCode = over.length > 0 ? 1 : 0;
