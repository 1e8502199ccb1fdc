import { type ReactNode, useMemo, useState } from 'react';
import type {
  Cell,
  Frame,
  Gradient,
  GradientScale,
  HeadAt,
  HeadEffect,
  Picture,
  StageName,
} from '../../../src/contract/index.ts';

import type { Influence } from '../../../src/layout/index.ts';
import { GradientNote, GradientView } from '../../../src/views/index.ts';
import { asked, palette, t, theme } from './setting.ts';
import { storedPicture } from './stored.ts';

const noise = (seed: number): number => {
  const x = Math.sin(seed * 12.9898 + 4.1) * 43758.5453;
  return x - Math.floor(x);
};

/** Made-up gradients: rows the word cannot depend on have none, the others what chance gives, a few of them much. */
function madeUpGradient({ frames }: Picture, row: number, id: number): Gradient {
  const made = [...frames].map(([name, frame], f): [StageName, Frame] => {
    const [H = 0, T = 0, S = 0] = frame.shape;
    const data = Float32Array.from({ length: H * T * S }, (_, i) => {
      const query = Math.floor(i / S) % T;
      if (name.startsWith('decoder') && query > row) return 0;
      const strong = noise(Math.floor(i / S) + f * 131 + row) ** 6;
      return strong * (noise(i * 3 + f * 977 + row * 31 + id) ** 2 * 2 - 0.4);
    });
    return [name, { name, shape: frame.shape, data }];
  });
  return { row, id, frames: new Map(made) };
}

function Scene({ picture }: { readonly picture: Picture }) {
  const [word, setWord] = useState({ row: 10, id: picture.steps[10]?.token.id ?? 0 });
  const [place, setPlace] = useState<HeadAt>({ kind: 'encoder', layer: 2, head: 4 });
  const [cell, setCell] = useState<Cell | null>(null);
  const [weigh, setWeigh] = useState<Influence>('product');
  const [scale, setScale] = useState<GradientScale>('all');
  const effect: HeadEffect = {
    loss: 0.02,
    most: 0.3,
    mostRow: 10,
    drops: picture.steps.map((_, i) => i / 100),
  };
  const gradient = useMemo(() => madeUpGradient(picture, word.row, word.id), [picture, word]);
  const shared = {
    picture,
    gradient: asked.has('waiting') ? null : gradient,
    ...word,
    onWord: (row: number, id: number) => setWord({ row, id }),
    onGo: (next: HeadAt, at: Cell) => {
      setPlace(next);
      setCell(at);
    },
    endId: 0,
    t,
  };
  return (
    <>
      {asked.has('note') ? (
        <GradientNote {...shared} candidates={false} />
      ) : (
        <GradientView
          {...shared}
          weigh={weigh}
          onWeigh={setWeigh}
          scale={scale}
          onScale={setScale}
          effect={effect}
          place={place}
          cell={cell}
          theme={theme}
          palette={palette}
        />
      )}
      <output
        data-place={`${place.kind} ${place.layer} ${place.head}`}
        data-cell={cell && `${cell.query},${cell.key}`}
        hidden
      />
    </>
  );
}

export async function gradientScene(): Promise<ReactNode> {
  return <Scene picture={await storedPicture()} />;
}
