import type { AttentionKind } from '../../contract/index.ts';
import { KIND_SIGNS } from '../../layout/index.ts';
import './KindSign.css';

/** A kind of attention as a shape in its hue: hue is never alone. Beside it stands its name. */
export function KindSign({ kind }: { readonly kind: AttentionKind }) {
  return (
    <svg className="kind-sign" data-kind={kind} viewBox="-1.1 -1.1 2.2 2.2" aria-hidden="true">
      <path d={KIND_SIGNS[kind]} />
    </svg>
  );
}
