import {
  ATTENTION_KINDS,
  type AttentionKind,
  EngineError,
  type Frame,
  type HeadEffect,
  type Lens,
  type Picture,
} from '../../contract/index.ts';
import { describe, type HeadlightStore } from '../../state/index.ts';
import type { Questions } from './questions/questions.ts';

/** Gradients by the names of their patterns. */
export interface ApiGradient {
  readonly row: number;
  readonly id: number;
  readonly frames: Readonly<Record<string, Frame>>;
}

/** What can be asked of the newest picture beside its frames. */
export interface ApiProbes {
  gradient(row: number, id: number): Promise<ApiGradient>;
  lens(): Promise<Lens>;
  headEffect(kind: string, layer: number, head: number): Promise<HeadEffect>;
}

function checkKind(kind: unknown): AttentionKind {
  const known = ATTENTION_KINDS.find((one) => one === kind);
  if (known) return known;
  throw new EngineError('bad-request', 'headEffect', 'kind', ATTENTION_KINDS.join(', '), describe(kind));
}

/** The picture on screen. @throws EngineError `bad-request` when there is none */
export function pictureOn(store: HeadlightStore, where: string): Picture {
  const { picture } = store.getState();
  if (picture) return picture;
  throw new EngineError('bad-request', where, 'picture', 'one given before', 'none');
}

/** Everything given is a copy. */
export function createApiProbes(store: HeadlightStore, questions: Questions): ApiProbes {
  const about = (where: string) => ({ picture: pictureOn(store, where) });
  return {
    async gradient(row, id) {
      const { frames } = await questions.now({ type: 'gradient', of: about('gradient'), row, id });
      const copies = [...frames].map(([name, { shape, data }]): [string, Frame] => [
        name,
        { name, shape: [...shape], data: data.slice() },
      ]);
      return { row, id, frames: Object.fromEntries(copies) };
    },
    async lens() {
      const rows = await questions.now({ type: 'lens', of: about('lens') });
      return rows.map((cells) => cells.map((cell) => ({ ...cell })));
    },
    async headEffect(kind, layer, head) {
      const at = { kind: checkKind(kind), layer, head };
      const effect = await questions.now({ type: 'effect', of: about('headEffect'), at });
      return { ...effect, drops: [...effect.drops] };
    },
  };
}
