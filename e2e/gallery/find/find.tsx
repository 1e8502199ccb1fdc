import { type CSSProperties, type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../../src/ui/index.ts';
import { finderScene } from './finder.tsx';
import { gradientScene } from './gradient.tsx';
import { lensScene } from './lens.tsx';
import { pairScene } from './pair.tsx';
import { asked, phone, room, t, theme } from './setting.ts';
import { timeScene } from './time.tsx';

/** The views that find and compare, as the explorer's right half lays them out; the query string says which. */
const SCENES: Readonly<Record<string, () => Promise<ReactNode>>> = {
  finder: finderScene,
  time: timeScene,
  beam: timeScene,
  lens: lensScene,
  pair: pairScene,
  gradient: gradientScene,
};

document.documentElement.dataset.theme = theme;
document.documentElement.lang = t.language;
// As the explorer's right half has it in a hall.
const hall = {
  '--size-label': '17px',
  '--size-small': '15px',
  '--size-heading': '21px',
  '--control': '42px',
};
const style = { ...room, margin: phone ? 16 : 20, ...(asked.has('hall') ? hall : {}) } as CSSProperties;

const scene = SCENES[asked.get('view') ?? ''];
const root = document.getElementById('root');
if (root && scene) {
  const content = await scene();
  createRoot(root).render(
    <StrictMode>
      <main style={style}>{content}</main>
    </StrictMode>,
  );
}
