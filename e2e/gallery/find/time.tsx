import { type ReactNode, useMemo, useState } from 'react';
import type { Picture } from '../../../src/contract/index.ts';
import { type DecoderHead, DecoderTime } from '../../../src/views/index.ts';
import { madeUpBeam } from './beam.ts';
import { asked, palette, t, theme } from './setting.ts';
import { storedPicture } from './stored.ts';

const END_ID = 0;

/** The same sentence several times over, for a long one. */
function repeated(picture: Picture, times: number): Picture {
  if (times < 2) return picture;
  const many = <T,>(list: readonly T[]) => Array.from({ length: times }, () => list).flat();
  const frames = new Map(
    [...picture.frames].map(([name, frame]) => {
      const [H = 0, T = 0, S = 0] = frame.shape;
      const data = new Float32Array(H * T * S * times * times);
      for (let h = 0; h < H; h++) {
        for (let t = 0; t < T * times; t++) {
          const from = (h * T + (t % T)) * S;
          const block = Math.floor(t / T) * S;
          data.set(frame.data.subarray(from, from + S), (h * T * times + t) * S * times + block);
        }
      }
      return [name, { name, shape: [H, T * times, S * times], data }] as const;
    }),
  );
  return {
    ...picture,
    frames,
    source: many(picture.source),
    target: many(picture.target),
    steps: many(picture.steps),
  };
}

function Scene({ picture }: { readonly picture: Picture }) {
  const [step, setStep] = useState(Number(asked.get('step') ?? 6));
  const [playing, setPlaying] = useState(asked.has('playing'));
  const [decoder, setDecoder] = useState<DecoderHead>({ layer: 0, head: 3 });
  const [cross, setCross] = useState<DecoderHead>({ layer: 3, head: 0 });
  const [showBeam, setShowBeam] = useState(asked.get('view') === 'beam');
  const beam = useMemo(
    () =>
      asked.has('width') || asked.get('view') === 'beam'
        ? madeUpBeam(Number(asked.get('width') ?? 4), END_ID)
        : null,
    [],
  );
  return (
    <DecoderTime
      picture={picture}
      beam={beam}
      step={step}
      onStep={setStep}
      playing={playing}
      onPlay={setPlaying}
      paceMs={Number(asked.get('pace') ?? 400)}
      heads={{ decoder, cross }}
      telling={{ decoder: { layer: 0, head: 3 }, cross: { layer: 3, head: 0 } }}
      onHead={(kind, head) => (kind === 'decoder' ? setDecoder(head) : setCross(head))}
      showBeam={showBeam}
      onShowBeam={setShowBeam}
      endId={END_ID}
      sureness={null}
      langs={{ source: 'en', target: 'fr' }}
      theme={theme}
      palette={palette}
      t={t}
    />
  );
}

export async function timeScene(): Promise<ReactNode> {
  const picture = await storedPicture();
  return <Scene picture={repeated(picture, Number(asked.get('times') ?? 1))} />;
}
