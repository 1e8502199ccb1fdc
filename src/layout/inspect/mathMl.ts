/** Words inside a formula; the view has them in the page's language. */
export type FormulaWord = 'bias' | 'gain';

/** A formula as a tree: what MathML says, without a browser. */
export type Maths =
  | { readonly type: 'letter'; readonly text: string }
  | { readonly type: 'sign'; readonly text: string }
  | { readonly type: 'digits'; readonly text: string }
  | { readonly type: 'number'; readonly value: number; readonly decimals: number }
  | { readonly type: 'word'; readonly word: FormulaWord }
  | { readonly type: 'row'; readonly parts: readonly Maths[] }
  | { readonly type: 'up'; readonly base: Maths; readonly up: Maths }
  | { readonly type: 'down'; readonly base: Maths; readonly down: Maths }
  | { readonly type: 'both'; readonly base: Maths; readonly down: Maths; readonly up: Maths }
  | { readonly type: 'fraction'; readonly over: Maths; readonly under: Maths }
  | { readonly type: 'root'; readonly of: Maths }
  | { readonly type: 'hat'; readonly of: Maths }
  /** Σ with what stands under it, and over it. */
  | { readonly type: 'sum'; readonly from: Maths; readonly to: Maths | null };

export const letter = (text: string): Maths => ({ type: 'letter', text });
export const sign = (text: string): Maths => ({ type: 'sign', text });
export const digits = (text: string | number): Maths => ({ type: 'digits', text: String(text) });
export const number = (value: number, decimals: number): Maths => ({ type: 'number', value, decimals });
export const word = (name: FormulaWord): Maths => ({ type: 'word', word: name });
export const up = (base: Maths, over: Maths): Maths => ({ type: 'up', base, up: over });
export const down = (base: Maths, under: Maths): Maths => ({ type: 'down', base, down: under });
export const both = (base: Maths, under: Maths, over: Maths): Maths => ({
  type: 'both',
  base,
  down: under,
  up: over,
});
export const fraction = (over: Maths, under: Maths): Maths => ({ type: 'fraction', over, under });
export const root = (of: Maths): Maths => ({ type: 'root', of });
export const hat = (of: Maths): Maths => ({ type: 'hat', of });
export const sumFrom = (from: Maths, to: Maths | null = null): Maths => ({ type: 'sum', from, to });

/** Side by side; a string is a sign (`=`, `+`, `·`) unless it is a single Latin or Greek letter. */
export function row(...parts: readonly (Maths | string)[]): Maths {
  return {
    type: 'row',
    parts: parts.map((part) => {
      if (typeof part !== 'string') return part;
      return /^\p{L}$/u.test(part) ? letter(part) : sign(part);
    }),
  };
}
