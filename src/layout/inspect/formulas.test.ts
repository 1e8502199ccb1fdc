import { describe, expect, it } from 'vitest';
import type { Intervention } from '../../contract/index.ts';
import { make, stepOf } from '../../testing/inspected.ts';
import { matrixCaption } from '../matrices/matrixFormulas.ts';
import { formulasOf, letters, normNumbers } from './formulas.ts';
import { INSPECT_STEPS, type InspectStepName } from './inspect.ts';
import type { Maths } from './mathMl.ts';

/** A formula on one line: `α_(i,j) = (q^i·k^j)/√d`. */
function line(maths: Maths): string {
  switch (maths.type) {
    case 'letter':
    case 'sign':
    case 'digits':
      return maths.text;
    case 'number':
      return maths.value.toFixed(maths.decimals);
    case 'word':
      return maths.word;
    case 'row':
      return maths.parts.map(line).join('');
    case 'up':
      return `${line(maths.base)}^(${line(maths.up)})`;
    case 'down':
      return `${line(maths.base)}_(${line(maths.down)})`;
    case 'both':
      return `${line(maths.base)}_(${line(maths.down)})^(${line(maths.up)})`;
    case 'fraction':
      return `[${line(maths.over)}/${line(maths.under)}]`;
    case 'root':
      return `√(${line(maths.of)})`;
    case 'hat':
      return `${line(maths.of)}̂`;
    case 'sum':
      return `Σ_(${line(maths.from)})${maths.to ? `^(${line(maths.to)})` : ''}`;
  }
}

const SIZES = { kind: 'encoder', T: 4, S: 4, H: 2, Dh: 7 } as const;
const set = { kind: 'encoder', layer: null, heads: null } as const;
const cell = (changes: readonly Intervention[] = []) => make(SIZES, 3, changes, [1, 2, 0]);
const formulas = (name: InspectStepName, changes: readonly Intervention[] = []) =>
  formulasOf(stepOf(cell(changes), name)).map(line);

describe('formulasOf', () => {
  it('writes the lecture’s letters', () => {
    expect(formulas('project')).toEqual([
      'q^(i)=W^(q)a^(i)+bias',
      'k^(j)=W^(k)a^(j)+bias',
      'v^(j)=W^(v)a^(j)+bias',
    ]);
    expect(formulas('products')).toEqual(['q_(t)^(i)·k_(t)^(j)', 't=1,…,7']);
    expect(formulas('dot')).toEqual(['q^(i)·k^(j)=Σ_(t=1)^(7)q_(t)^(i)k_(t)^(j)']);
    expect(formulas('values')).toEqual(['b^(i,2)=Σ_(t)α̂_(i,t)v^(t)']);
    expect(formulas('output')).toEqual(['b^(i)=W^(O)[b^(i,1)b^(i,2)]+bias']);
    expect(formulas('norm')).toEqual(['x=a^(i)+b^(i)', '[x−μ/σ]·gain+bias']);
  });

  it('has one letter for one thing: d is how many, t what runs, max the largest, i and j words', () => {
    for (const name of INSPECT_STEPS) {
      for (const text of formulas(name)) {
        expect(text, name).not.toMatch(/Σ_\((?!t)|d=|m|_\(d\)/);
        expect(text.includes('d') && !text.includes('√(d)'), text).toBe(false);
      }
    }
    expect(line(letters.power)).toBe('e^(α_(i,j)−max)');
    expect(line(letters.term('q', 4))).toBe('W_(5,t)^(q)a_(t)^(i)');
    expect(line(letters.term('v', 0))).toBe('W_(1,t)^(v)a_(t)^(j)');
  });

  it('puts the cell’s numbers in', () => {
    const { dot, alpha, dotDecimals, rootDecimals, alphaDecimals } = stepOf(cell(), 'scale');
    const quotient = `[${dot.toFixed(dotDecimals)}/${Math.sqrt(7).toFixed(rootDecimals)}]`;
    const scaled = `${quotient}=${alpha.toFixed(alphaDecimals)}`;
    expect(formulas('scale')).toEqual([`α_(i,j)=[q^(i)·k^(j)/√(d)]=${scaled}`]);
    const { own, sum, weightDecimals } = stepOf(cell(), 'softmax');
    expect(formulas('softmax')[0]).toContain(`[${own.exp.toFixed(3)}/${sum.total.toFixed(3)}]`);
    expect(formulas('softmax')[0]).toMatch(new RegExp(`=${own.weight.toFixed(weightDecimals)}$`));
    const norm = stepOf(cell(), 'norm');
    expect(line(normNumbers(norm))).toMatch(
      new RegExp(`=${norm.result.values[norm.dimension]?.toFixed(3)}$`),
    );
  });

  it('shows what was changed', () => {
    const { dot } = stepOf(cell(), 'scale');
    expect(formulas('scale', [{ type: 'scale', factor: null, ...set }])).toEqual([
      `α_(i,j)=q^(i)·k^(j)=${dot.toFixed(3)}`,
    ]);
    const tenths = formulas('scale', [{ type: 'scale', factor: 2.5, ...set }])[0];
    expect(tenths).toContain('=2.5·[q^(i)·k^(j)/√(d)]=2.5·[');
    const forbid = (mode: 'before' | 'after'): readonly Intervention[] => [
      { type: 'forbid', mode, cells: [{ query: 2, key: 0 }], ...set },
    ];
    expect(formulas('mask', forbid('before'))[0]).toMatch(/→−∞$/);
    expect(formulas('mask', forbid('after'))[0]).toMatch(/α̂_\(i,j\)→0$/);
    expect(formulas('softmax', forbid('after'))[0]).toMatch(/→0$/);
    expect(formulas('softmax', forbid('before'))[0]).not.toMatch(/\d/);
  });
});

describe('matrixCaption', () => {
  const caption = (...[name, options]: Parameters<typeof matrixCaption>) =>
    line(matrixCaption(name, options));
  const plain = { words: 'rows', turned: false, factor: 1, source: 'I' } as const;

  it('turns the lecture’s products round, and says what was changed', () => {
    expect(caption('Q', plain)).toBe('Q=IW^(q)');
    expect(caption('K', { ...plain, turned: true })).toBe('K^(T)=(IW^(k))^(T)');
    expect(caption('V', { ...plain, source: 'E' })).toBe('V=EW^(v)');
    expect(caption('A', plain)).toBe('A=QK^(T)/√(d)');
    expect(caption('A', { ...plain, factor: null })).toBe('A=QK^(T)');
    expect(caption('A', { ...plain, factor: 0.5 })).toBe('A=0.5·QK^(T)/√(d)');
    expect(caption('O', plain)).toBe('O=ÂV'.normalize('NFD'));
  });

  it('is as the lecture writes it where words are columns', () => {
    const lecture = { ...plain, words: 'columns', turned: true } as const;
    const told = (['Q', 'K', 'V', 'A', 'O'] as const).map((name) => caption(name, lecture));
    expect(told).toEqual(['Q=W^(q)I', 'K=W^(k)I', 'V=W^(v)I', 'A=K^(T)Q/√(d)', 'O=VÂ'.normalize('NFD')]);
    expect(caption('K', { ...lecture, turned: false })).toBe('K^(T)');
  });
});
