import { createElement, type ReactNode } from 'react';
import type { Translate } from '../../i18n/index.ts';
import { type Maths, signed } from '../../layout/index.ts';
import './Formula.css';

type Say = Translate<'inspect'>;

// React knows MathML's elements, its types do not.
const element = (name: string, ...children: readonly ReactNode[]): ReactNode =>
  createElement(name, null, ...children);

/** A number, or a sum's Σ, in MathML; a minus is a sign of its own, so that it gets its room. */
function numberOf(value: number, decimals: number, locale: string): ReactNode {
  const text = signed(value, decimals, locale);
  if (!text.startsWith('−')) return element('mn', text);
  return element('mrow', element('mo', '−'), element('mn', text.slice(1)));
}

function hatOver(of: ReactNode): ReactNode {
  const caret = createElement('mo', { stretchy: 'false' }, '^');
  return createElement('mover', { accent: 'true' }, of, caret);
}

function sumSign(from: ReactNode, to: ReactNode | null): ReactNode {
  const sum = createElement('mo', { movablelimits: 'false' }, '∑');
  return to === null ? element('munder', sum, from) : element('munderover', sum, from, to);
}

function render(maths: Maths, t: Say): ReactNode {
  const inner = (part: Maths) => render(part, t);
  if (maths.type === 'letter') return element('mi', maths.text);
  if (maths.type === 'sign') return element('mo', maths.text);
  if (maths.type === 'digits') return element('mn', maths.text);
  if (maths.type === 'number') return numberOf(maths.value, maths.decimals, t.language);
  if (maths.type === 'word') return element('mtext', t(`inspect.${maths.word}`));
  if (maths.type === 'row') return element('mrow', ...maths.parts.map(inner));
  if (maths.type === 'up') return element('msup', inner(maths.base), inner(maths.up));
  if (maths.type === 'down') return element('msub', inner(maths.base), inner(maths.down));
  if (maths.type === 'both') return element('msubsup', inner(maths.base), inner(maths.down), inner(maths.up));
  if (maths.type === 'fraction') return element('mfrac', inner(maths.over), inner(maths.under));
  if (maths.type === 'root') return element('msqrt', inner(maths.of));
  if (maths.type === 'hat') return hatOver(inner(maths.of));
  return sumSign(inner(maths.from), maths.to && inner(maths.to));
}

/** A formula as MathML: small, in a line of text, or full-sized. */
export function Formula(props: { readonly of: Maths; readonly t: Say; readonly block?: boolean }) {
  const { of, t, block = false } = props;
  return createElement(
    'math',
    { className: 'formula', ...(block ? { displaystyle: 'true' } : {}) },
    render(of, t),
  );
}
