import { cell } from './cell.ts';
import { changed } from './changed.ts';
import { changes } from './changes.ts';
import { drawn } from './drawn.ts';
import { errors } from './errors.ts';
import { examples } from './examples.ts';
import { figure } from './figure.ts';
import { finder } from './finder.ts';
import { gradient } from './gradient.ts';
import { head } from './head.ts';
import { inspect } from './inspect.ts';
import { keys } from './keys.ts';
import { lens } from './lens.ts';
import { matrices } from './matrices.ts';
import { page } from './page.ts';
import { pair } from './pair.ts';
import { panel } from './panel.ts';
import { pooling } from './pooling.ts';
import { settings } from './settings.ts';
import { time } from './time.ts';
import { translation } from './translation.ts';
import { views } from './views.ts';

/** Every message of the page in English; the other catalogues have exactly these keys. */
export const en = {
  ...page,
  ...examples,
  ...cell,
  ...figure,
  ...head,
  ...translation,
  ...errors,
  ...settings,
  ...keys,
  ...changes,
  ...inspect,
  ...matrices,
  ...finder,
  ...time,
  ...lens,
  ...pair,
  ...gradient,
  ...panel,
  ...pooling,
  ...changed,
  ...drawn,
  ...views,
} as const;

export type MessageKey = keyof typeof en;
