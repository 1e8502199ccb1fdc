import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FirstView, HeadLabel, Picture } from '../../src/contract/index.ts';
import { encodeStoredPicture, STORED_FILE, STORED_NUMBERS_FILE } from '../../src/models/index.ts';
import { labelHeads, type Place, positionOf } from './heads.ts';
import { candidateTable, chooseOpening, measureCandidates } from './opening.ts';
import { openFolder } from './run.ts';
import { LECTURE, PLAIN } from './sentences.ts';

/** A head links a pronoun to its noun when it gives it this much, in both of the lecture's sentences. */
const LINKS = 0.4;

/** The page opens on a head with the cell pinned that shows how it links the pronoun to its noun. */
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

  const candidates = await measureCandidates(engine, lecture);
  const best = chooseOpening(candidates);
  const antecedent = candidates
    .filter(({ parts }) => parts.every(({ link }) => link >= LINKS))
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
  const { layer, head } = best.place;
  process.stdout.write(
    `${lecture.map(({ translation }) => translation).join('\n')}\n${candidateTable(candidates)}\n` +
      `first view: layer ${layer + 1}, head ${head + 1}; ${labels}\n`,
  );
  engine.dispose();
}
