import { type ReactNode, useMemo, useState } from 'react';
import { attentionStage, type Cell, type Picture, type Token } from '../../../src/contract/index.ts';
import { headMatrix } from '../../../src/layout/index.ts';
import { type PairMode, type PairSide, PairView } from '../../../src/views/index.ts';
import others from './others.json';
import { asked, palette, t, theme } from './setting.ts';
import { storedPicture } from './stored.ts';

/** Encoder, layer 3, head 5: of the stored picture, and of the other sentences here, which the bundled model gave. */
const LAYER = 2;
const HEAD = 4;

const tokenOf = (token: { id: number; text: string; word: number; role: string }): Token => ({
  ...token,
  role: token.role === 'end' ? 'end' : 'text',
  start: 0,
  end: 0,
});

function otherSide(text: string): PairSide | null {
  const other = others.find((one) => one.text === text.trim());
  if (!other) return null;
  const source = other.source.map(tokenOf);
  const matrix = { data: Float32Array.from(other.weights), T: source.length, S: source.length };
  const translation = other.translation.map(tokenOf);
  return { layer: LAYER, head: HEAD, matrix, queryTokens: source, keyTokens: source, source, translation };
}

function Scene({ picture }: { readonly picture: Picture }) {
  const [mode, setMode] = useState<PairMode>(asked.has('heads') ? 'heads' : 'sentences');
  const [second, setSecond] = useState(
    asked.get('second') ?? others[Number(asked.get('other') ?? 0)]?.text ?? '',
  );
  const [pinned, setPinned] = useState<Cell | null>(null);
  const [secondHead, setSecondHead] = useState({ layer: LAYER, head: 5 });
  const side = useMemo(() => {
    const frame = picture.frames.get(attentionStage('encoder', LAYER, 'pattern'));
    if (!frame) throw new Error('no such layer in the stored picture');
    const { source, steps } = picture;
    return (layer: number, head: number): PairSide => {
      const own = picture.frames.get(attentionStage('encoder', layer, 'pattern')) ?? frame;
      return {
        layer,
        head,
        matrix: headMatrix(own, head),
        queryTokens: source,
        keyTokens: source,
        source,
        translation: steps.map(({ token }) => token),
      };
    };
  }, [picture]);
  const a = useMemo(() => side(LAYER, HEAD), [side]);
  const b = useMemo(
    () => (mode === 'heads' ? side(secondHead.layer, secondHead.head) : otherSide(second)),
    [mode, side, secondHead, second],
  );
  return (
    <PairView
      mode={mode}
      onMode={setMode}
      firstText={others[0]?.text ?? ''}
      pinned={pinned}
      onPin={setPinned}
      kind="encoder"
      a={a}
      b={b}
      second={second}
      onSecond={setSecond}
      stack={{ layers: 4, heads: 8 }}
      secondHead={secondHead}
      onSecondHead={(layer, head) => setSecondHead({ layer, head })}
      langs={{ source: 'en', target: 'fr' }}
      theme={theme}
      palette={palette}
      t={t}
    />
  );
}

export async function pairScene(): Promise<ReactNode> {
  return <Scene picture={await storedPicture()} />;
}
