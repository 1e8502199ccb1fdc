import { type ReactNode, useMemo, useState } from 'react';
import {
  type AttentionKind,
  type Cell,
  headSetOf,
  headsIn,
  SHOWNS,
  type StageName,
  siteOf,
} from '../../../src/contract/index.ts';
import { cellMarks, forbiddenOf, type Matrix } from '../../../src/layout/index.ts';
import { ToggleGroup } from '../../../src/ui/index.ts';
import {
  AttentionMatrix,
  ChangePanel,
  HeadSwitch,
  Legend,
  ModelFigure,
  ReadingPanel,
  TokenArcs,
} from '../../../src/views/index.ts';
import { framesOf } from '../figure/figureScene.ts';
import {
  asked,
  at,
  before,
  head,
  info,
  k,
  kind,
  name,
  one,
  phone,
  q,
  S,
  scene,
  T,
  t,
  theme,
} from './changeSetup.ts';
import type { Changes } from './changeState.ts';

export function Panel(props: { readonly store: Changes; readonly after: Matrix; readonly foot: ReactNode }) {
  const { store, after } = props;
  return (
    <ChangePanel
      at={at}
      changes={store.changes}
      decoding={store.decoding}
      open={store.open}
      onOpen={store.setOpen}
      scope={store.scope}
      onScope={store.setScope}
      inScope={headsIn(headSetOf(store.scope, at), siteOf(info, kind))}
      onPut={store.put}
      onTake={store.take}
      onTakePositions={store.takePositions}
      onDecoding={store.setDecoding}
      heads={{
        stateOf: store.stateOf,
        off: store.off,
        hidden: store.hidden,
        onAct: (act) => store.act(act, head),
      }}
      painting={{
        ...store.paint,
        onPaint: (on) => store.setPaint((last) => ({ ...last, on })),
        onMode: (mode) => store.setPaint((last) => ({ ...last, mode })),
      }}
      scale={{ after, before: after === before ? null : before, tokens: scene.queries, q, k }}
      positions={{
        words: store.order,
        onMove: store.move,
        measured: asked.has('measured')
          ? { difference: Number(asked.get('measured')), order: 'tired too was it' }
          : null,
      }}
      drawSeed={() => 20_260_115}
      onClose={() => {}}
      theme={theme}
      palette="hue"
      t={t}
      {...(phone ? {} : { foot: props.foot })}
      size={phone ? 'phone' : 'desk'}
    />
  );
}

/** The figure as the explorer has it, every state among its heads. */
export function Figure({ store }: { readonly store: Changes }) {
  const frames = useMemo(() => framesOf(info, 14, 16), []);
  const unchanged = useMemo(() => framesOf(info, 14, 16, 1), []);
  const [chosen, setChosen] = useState<{ kind: AttentionKind; layer: number; heads: number[] }>({
    ...at,
    heads: [4],
  });
  const [bar, setBar] = useState<StageName | null>(null);
  return (
    <ModelFigure
      info={info}
      frames={frames}
      chosen={chosen}
      onChoose={(k, layer, h) => setChosen({ kind: k, layer, heads: [h] })}
      theme={theme}
      palette="hue"
      labels={[]}
      t={t}
      variant={phone ? 'strip' : 'figure'}
      {...(asked.has('plain')
        ? {}
        : {
            changed: {
              stateOf: store.stateOf,
              onAct: store.act,
              before: unchanged,
              shown: store.shown,
            },
            bars: { open: bar, onOpen: setBar },
          })}
    />
  );
}

/** The chosen head, drawn either way, with what it says and the legend. */
export function useHead({ store, after }: { readonly store: Changes; readonly after: Matrix }) {
  const [pinned, setPinned] = useState<Cell | null>(null);
  const [hovered, setHovered] = useState<Cell | null>(null);
  const forbidden = useMemo(() => forbiddenOf(store.changes, head, T, S), [store.changes]);
  const common = {
    kind,
    matrix: after,
    queryTokens: scene.queries,
    keyTokens: scene.keys,
    scale: one(['fixed', 'row'] as const, 'scale', 'fixed'),
    theme,
    palette: 'hue',
    name,
    t,
    onPin: setPinned,
    onHover: setHovered,
  } as const;
  const state = { before, shown: store.shown, forbidden };
  const painting = {
    ...store.paint,
    onStroke: (stroke: Parameters<Changes['stroke']>[0]) => store.stroke(stroke, T, S),
  };
  const arcs = asked.get('view') === 'arcs';
  const matrix = arcs ? (
    <TokenArcs {...common} cell={pinned} mass={0.8} changed={state} />
  ) : (
    <AttentionMatrix {...common} cell={pinned} compact={phone} changed={{ ...state, painting }} />
  );
  const signed = store.shown === 'difference';
  const marks = cellMarks(store.shown, kind, forbidden);
  const legend = (
    <Legend
      {...common}
      hatched={marks.masked}
      changed={{
        signedLimit: signed ? 1 : null,
        dashed: arcs,
        forbiddenBefore: marks.before,
        forbiddenAfter: marks.after,
        crossed: marks.crossed,
      }}
    />
  );
  const side = (
    <>
      <ReadingPanel {...common} cell={hovered ?? pinned} compact={phone} changed={state} />
      {legend}
    </>
  );
  return { matrix, side, legend };
}

export function Bar({ store }: { readonly store: Changes }) {
  return (
    <header className="gc-bar" data-kind={kind}>
      <h2>{name}</h2>
      {asked.has('plain') ? null : (
        <HeadSwitch
          state={store.stateOf(head)}
          name={name}
          onAct={(act) => store.act(act, head)}
          t={t}
          compact={phone}
        />
      )}
      <ToggleGroup
        label="View of the change"
        value={store.shown}
        options={SHOWNS.map((value) => ({ value, label: value }))}
        onChange={store.setShown}
      />
    </header>
  );
}
