import type { BeamNode, PictureBeam } from '../../../src/contract/index.ts';

type Node = BeamNode & { readonly text: string };

/** What could follow a word, with its probability; made up. */
const FOLLOWS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  '': [
    ["L'", 0.62],
    ['Cet', 0.18],
    ['Le', 0.12],
    ['La', 0.04],
  ],
  "L'": [
    ['animal', 0.93],
    ['oiseau', 0.04],
  ],
  Cet: [
    ['animal', 0.9],
    ['oiseau', 0.05],
  ],
  Le: [
    ['chien', 0.4],
    ['chat', 0.3],
  ],
  animal: [
    ["n'", 0.8],
    ['ne', 0.1],
    ['a', 0.05],
  ],
  "n'": [
    ['a', 0.7],
    ['avait', 0.25],
  ],
  a: [
    ['pas', 0.9],
    ['point', 0.05],
  ],
  avait: [
    ['pas', 0.9],
    ['jamais', 0.06],
  ],
  pas: [
    ['traversé', 0.7],
    ['franchi', 0.2],
    ['passé', 0.06],
  ],
  traversé: [
    ['la', 0.9],
    ['cette', 0.05],
  ],
  franchi: [
    ['la', 0.9],
    ['cette', 0.05],
  ],
  la: [
    ['rue', 0.75],
    ['route', 0.22],
  ],
  rue: [
    ['.', 0.8],
    ['!', 0.1],
  ],
  route: [
    ['.', 0.8],
    ['!', 0.1],
  ],
  '.': [['', 0.96]],
  '!': [['', 0.9]],
};
const OTHERS: readonly (readonly [string, number])[] = [
  ["n'", 0.6],
  ['la', 0.2],
];

/** A beam search of some width over these words, as the engine reports one. */
export function madeUpBeam(width: number, endId: number): PictureBeam {
  const steps: Node[][] = [];
  let open: { index: number; text: string; score: number }[] = [{ index: 0, text: '', score: 0 }];
  for (let step = 0; step < 14 && open.length > 0; step++) {
    const room = width - steps.flat().filter(({ fate }) => fate === 'ended').length;
    if (room <= 0) break;
    const nodes = open
      .flatMap(({ index, text, score }) =>
        (FOLLOWS[text] ?? OTHERS).map(([next, probability]) => ({
          parent: index,
          text: next,
          score: score + Math.log(probability),
        })),
      )
      .sort((a, b) => b.score - a.score)
      .slice(0, 2 * width)
      .map(({ parent, text, score }, i): Node => {
        const ended = text === '' && step > 0;
        const fate = i >= room ? 'dropped' : ended ? 'ended' : 'kept';
        return { parent, id: ended ? endId : 100 + text.length, text, score, fate };
      });
    steps.push(nodes);
    open = nodes.flatMap(({ text, score, fate }, index) => (fate === 'kept' ? [{ index, text, score }] : []));
  }
  const ended = steps.flatMap((nodes, step) =>
    nodes.flatMap(({ fate, score }, index) => (fate === 'ended' ? [{ step, index, score }] : [])),
  );
  const [best] = ended.sort((a, b) => b.score / (b.step + 1) - a.score / (a.step + 1));
  return { steps, chosen: [best?.step ?? 0, best?.index ?? 0] };
}
