import {
  ATTENTION_KINDS,
  type AttentionKind,
  EngineError,
  type Frame,
  type HeadEffect,
  type Lens,
  type Session,
} from '../../contract/index.ts';
import { describe } from '../../state/index.ts';

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

/** Everything given is a copy. */
export function createApiProbes(session: () => Session): ApiProbes {
  return {
    async gradient(row, id) {
      const { frames } = await session().gradient(row, id);
      const copies = [...frames].map(([name, { shape, data }]): [string, Frame] => [
        name,
        { name, shape: [...shape], data: data.slice() },
      ]);
      return { row, id, frames: Object.fromEntries(copies) };
    },
    lens: async () => (await session().lens()).map((rows) => rows.map((cell) => ({ ...cell }))),
    headEffect: async (kind, layer, head) => ({
      ...(await session().headEffect(checkKind(kind), layer, head)),
    }),
  };
}
