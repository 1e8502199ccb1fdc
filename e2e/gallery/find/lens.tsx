import { type ReactNode, useMemo, useState } from 'react';
import type { Lens, Picture } from '../../../src/contract/index.ts';
import { LogitLens } from '../../../src/views/index.ts';
import { asked, palette, t, theme } from './setting.ts';
import { storedPicture } from './stored.ts';

const END_ID = 0;

const noise = (seed: number): number => {
  const x = Math.sin(seed * 91.7) * 43758.5453;
  return x - Math.floor(x);
};

/** Made-up guesses of `layers` layers: early ones repeat what was fed in or take a neighbour's word, late ones know. */
function madeUpLens({ target, steps }: Picture, layers: number): Lens {
  return Array.from({ length: layers }, (_, layer) =>
    steps.map(({ token, probability, best }, row) => {
      const known = (layer + 1) / layers;
      const draw = noise(row * 13 + layer * 7 + 1);
      if (layer === layers - 1 || draw < known ** 2) {
        return { id: token.id, text: token.text, probability: probability * known ** 1.5, finalRank: 0 };
      }
      const other = draw < 0.6 ? (target[row] ?? token) : (best[1 + Math.floor(draw * 3)] ?? token);
      const finalRank = Math.ceil((1 - known) ** 3 * 6000 * draw) + 1;
      return { id: other.id, text: other.text, probability: 0.05 + 0.5 * draw * known, finalRank };
    }),
  );
}

function Scene({ picture }: { readonly picture: Picture }) {
  const [row, setRow] = useState<number | null>(null);
  const lens = useMemo(() => madeUpLens(picture, Number(asked.get('layers') ?? 4)), [picture]);
  return (
    <>
      <LogitLens
        lens={asked.has('waiting') ? null : lens}
        target={picture.target}
        steps={picture.steps}
        endId={END_ID}
        onPoint={setRow}
        lang="fr"
        theme={theme}
        palette={palette}
        t={t}
      />
      <output data-row={row} hidden />
    </>
  );
}

export async function lensScene(): Promise<ReactNode> {
  return <Scene picture={await storedPicture()} />;
}
