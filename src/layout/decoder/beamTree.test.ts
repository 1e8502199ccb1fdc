import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BeamNode, PictureBeam } from '../../contract/index.ts';
import { type BeamPlace, beamSentences, beamTree, chosenPath, moveInTree } from './beamTree.ts';

type Node = BeamNode & { readonly text: string };
const node = (parent: number, text: string, score: number, fate: BeamNode['fate'] = 'kept'): Node => ({
  parent,
  id: text.length,
  text,
  score,
  fate,
});

const small: PictureBeam = {
  steps: [
    [node(0, 'il', -0.2), node(0, 'elle', -1.5), node(0, 'on', -3, 'dropped')],
    [node(1, 'dort', -1.6), node(0, 'dort', -1.8), node(0, 'est', -2.5, 'dropped')],
    [node(1, 'fin', -1.9, 'ended'), node(0, 'fin', -1.95, 'ended')],
  ],
  chosen: [2, 0],
};
const drawn = (beam: PictureBeam, dropped = true) =>
  beamTree({
    beam,
    dropped,
    measure: (text) => 10 * text.length,
    label: ({ text }) => text,
    rowPx: 20,
    gapPx: 30,
  });

/** A beam search of random scores, as a search would leave it. */
const searches: fc.Arbitrary<PictureBeam> = fc
  .tuple(
    fc.integer({ min: 1, max: 8 }),
    fc.integer({ min: 1, max: 7 }),
    fc.array(fc.double({ min: 0.01, max: 3, noNaN: true }), { minLength: 400, maxLength: 400 }),
  )
  .map(([width, length, costs]) => {
    let at = 0;
    const cost = () => costs[at++ % costs.length] ?? 1;
    const steps: Node[][] = [];
    let open: { index: number; score: number }[] = [{ index: 0, score: 0 }];
    for (let step = 0; step < length && open.length > 0; step++) {
      const candidates = open
        .flatMap(({ index, score }) => [0, 1].map(() => ({ parent: index, score: score - cost() })))
        .sort((a, b) => b.score - a.score);
      const nodes = candidates.map(({ parent, score }, i): Node => {
        const ends = step === length - 1 || (i < width && i % 3 === 2);
        return node(parent, `w${i}`, score, i >= width ? 'dropped' : ends ? 'ended' : 'kept');
      });
      steps.push(nodes);
      open = nodes.flatMap(({ score, fate }, index) => (fate === 'kept' ? [{ index, score }] : []));
    }
    const ended = steps.flatMap((nodes, step) =>
      nodes.flatMap(({ fate, score }, index) => (fate === 'ended' ? [{ step, index, score }] : [])),
    );
    const [best] = ended.sort((a, b) => b.score - a.score);
    return { steps, chosen: [best?.step ?? 0, best?.index ?? 0] };
  });

const crosses = (a: BeamPlace, b: BeamPlace, places: readonly BeamPlace[]) => {
  const [p, q] = [places[a.parent ?? 0], places[b.parent ?? 0]];
  return p && q ? (p.yPx - q.yPx) * (a.yPx - b.yPx) < 0 : false;
};

describe('beamTree in a room', () => {
  const input = { measure: (text: string) => 10 * text.length, rowPx: 20, gapPx: 30 };
  const label = ({ text }: Node) => text;

  it('goes on in bands beneath, each inside the room, with the same words and lines of descent', () => {
    fc.assert(
      fc.property(searches, fc.integer({ min: 60, max: 400 }), (beam, roomPx) => {
        const one = drawn(beam);
        const { places, widthPx, heightPx } = beamTree({ beam, dropped: true, label, ...input, roomPx });
        expect(places.map(({ step, index, parent }) => [step, index, parent])).toEqual(
          one.places.map(({ step, index, parent }) => [step, index, parent]),
        );
        expect(widthPx).toBeLessThanOrEqual(roomPx);
        places.forEach((a, i) => {
          expect(a.yPx).toBeGreaterThan(0);
          expect(a.yPx).toBeLessThan(heightPx);
          const parent = places[a.parent ?? -1];
          // In one band a child is right of its parent; in the next it is beneath it.
          if (parent && a.entersPx === null) expect(a.xPx).toBeGreaterThan(parent.xPx);
          for (const b of places.slice(i + 1)) {
            const apart =
              Math.abs(a.yPx - b.yPx) >= 19.9 || a.xPx + a.widthPx <= b.xPx || b.xPx + b.widthPx <= a.xPx;
            expect(apart).toBe(true);
          }
        });
      }),
    );
  });
});

describe('beamTree', () => {
  it('never lets two lines cross, nor two nodes touch', () => {
    fc.assert(
      fc.property(searches, fc.boolean(), (beam, dropped) => {
        const { places, widthPx, heightPx } = drawn(beam, dropped);
        for (const a of places) {
          expect(a.xPx).toBeGreaterThanOrEqual(0);
          expect(a.xPx + a.widthPx).toBeLessThanOrEqual(widthPx);
          expect(a.yPx).toBeGreaterThan(0);
          expect(a.yPx).toBeLessThan(heightPx);
          for (const b of places) {
            if (a === b || a.step !== b.step) continue;
            expect(Math.abs(a.yPx - b.yPx)).toBeGreaterThanOrEqual(20);
            expect(crosses(a, b, places)).toBe(false);
          }
        }
      }),
    );
  });

  it('puts every node right of its parent, and the chosen sentence on one straight line', () => {
    fc.assert(
      fc.property(searches, (beam) => {
        const { places } = drawn(beam);
        for (const place of places) {
          const parent = places[place.parent ?? -1];
          if (place.step === -1) expect(place.parent).toBeNull();
          else {
            expect(parent?.step).toBe(place.step - 1);
            expect((parent?.xPx ?? 0) + (parent?.widthPx ?? 0)).toBeLessThan(place.xPx);
            if (place.step > 0) expect(parent?.index).toBe(beam.steps[place.step]?.[place.index]?.parent);
          }
        }
        const chosen = places.filter((place) => place.chosen);
        expect(new Set(chosen.map(({ yPx }) => yPx)).size).toBe(1);
        expect(chosen).toHaveLength(beam.chosen[0] + 2);
      }),
    );
  });

  it('has every node, or all but the dropped ones', () => {
    fc.assert(
      fc.property(searches, (beam) => {
        const nodes = beam.steps.flat();
        expect(drawn(beam, true).places).toHaveLength(nodes.length + 1);
        const kept = nodes.filter(({ fate }) => fate !== 'dropped');
        expect(drawn(beam, false).places).toHaveLength(kept.length + 1);
      }),
    );
  });
});

describe('moveInTree', () => {
  it('walks from the root to the chosen end and back', () => {
    fc.assert(
      fc.property(searches, (beam) => {
        const { places } = drawn(beam);
        let at = 0;
        for (let i = 0; i <= beam.chosen[0]; i++) at = moveInTree(places, at, 'ArrowRight');
        expect(at).toBe(moveInTree(places, 0, 'End'));
        expect([places[at]?.step, places[at]?.index]).toEqual([...beam.chosen]);
        for (let i = 0; i <= beam.chosen[0]; i++) at = moveInTree(places, at, 'ArrowLeft');
        expect(at).toBe(0);
        places.forEach((place, i) => {
          const down = moveInTree(places, i, 'ArrowDown');
          expect(places[down]?.step).toBe(place.step);
          if (down !== i) expect(moveInTree(places, down, 'ArrowUp')).toBe(i);
        });
      }),
    );
  });
});

describe('beamSentences', () => {
  it('are the finished ones, word by word, the chosen one first', () => {
    expect(beamSentences(small, ({ text }) => text)).toEqual([
      { texts: ['il', 'dort', 'fin'], score: -1.9, chosen: true },
      { texts: ['elle', 'dort', 'fin'], score: -1.95, chosen: false },
    ]);
    expect(chosenPath(small)).toEqual([0, 1, 0]);
  });

  it('has the chosen one even where the length limit ended it', () => {
    const cut: PictureBeam = { steps: [[node(0, 'il', -0.2)]], chosen: [0, 0] };
    expect(beamSentences(cut, ({ text }) => text)).toEqual([{ texts: ['il'], score: -0.2, chosen: true }]);
  });
});
