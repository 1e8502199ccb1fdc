import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FirstView, HeadLabel, ModelInfo, Picture } from '../../src/contract/index.ts';
import { encodeStoredPicture, STORED_FILE, STORED_NUMBERS_FILE } from '../../src/models/index.ts';
import { labelHeads, type Place, places, positionOf, weight } from './heads.ts';
import { openFolder } from './run.ts';
import { LECTURE, PLAIN } from './sentences.ts';

/** A head links a pronoun to its noun when it gives it this much, in both of the lecture's sentences. */
const LINKS = 0.4;

/** How much each encoder head lets "it" read its antecedent, the lesser of the lecture's two sentences. Best first. */
function antecedentHeads(info: ModelInfo, pictures: readonly Picture[]): { place: Place; share: number }[] {
  const share = (place: Place): number =>
    Math.min(
      ...LECTURE.map(({ pronoun, antecedent }, i) => {
        const picture = pictures[i] as Picture;
        return weight(picture, place, positionOf(picture, pronoun), positionOf(picture, antecedent));
      }),
    );
  return places(info)
    .filter((place) => place.kind === 'encoder')
    .map((place) => ({ place, share: share(place) }))
    .sort((a, b) => b.share - a.share);
}

/** The page opens on the clearest of them, with the cell pinned that shows it. */
function firstView(picture: Picture, best: Place): FirstView {
  const [{ text, pronoun, antecedent }] = LECTURE;
  const cell = { query: positionOf(picture, pronoun), key: positionOf(picture, antecedent) };
  return { text, kind: best.kind, layer: best.layer, head: best.head, cell };
}

/**
 * Runs a folder's model and writes first-view.json, heads.json (unless it is to stay), first-result.json and .bin
 * beside it.
 */
export async function describeModel(folder: string, keepLabels: boolean): Promise<void> {
  const { engine, picture } = await openFolder(folder);
  const write = (name: string, value: unknown): void =>
    writeFileSync(path.join(folder, name), `${JSON.stringify(value)}\n`);
  const lecture: Picture[] = [];
  for (const { text } of LECTURE) lecture.push(await picture(text));
  const plain: Picture[] = [];
  for (const text of PLAIN) plain.push(await picture(text));

  const linking = antecedentHeads(engine.info, lecture);
  const [best] = linking;
  if (!best) throw new Error('the model has no encoder head');
  const antecedent = linking
    .filter(({ share }) => share >= LINKS)
    .map(({ place }): HeadLabel => ({ ...place, label: 'antecedent' }));
  const others = labelHeads(engine.info, plain).filter(
    (label) =>
      !antecedent.some(
        ({ kind, layer, head }) => kind === label.kind && layer === label.layer && head === label.head,
      ),
  );
  if (!keepLabels) write('heads.json', [...antecedent, ...others]);
  const first = lecture[0] as Picture;
  write('first-view.json', firstView(first, best.place));
  const stored = encodeStoredPicture({ ...first, stored: true });
  write(STORED_FILE, stored.json);
  writeFileSync(path.join(folder, STORED_NUMBERS_FILE), new Uint8Array(stored.bytes));
  const labels = keepLabels ? 'labels kept' : `${antecedent.length + others.length} heads labelled`;
  process.stdout.write(
    `${first.translation}\n${lecture[1]?.translation}\n` +
      `first view: layer ${best.place.layer + 1}, head ${best.place.head + 1}, ` +
      `α̂ ${best.share.toFixed(2)}; ${labels}\n`,
  );
  engine.dispose();
}
