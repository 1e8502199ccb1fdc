import type { Picture } from '../../../src/contract/index.ts';
import { decodeStoredPicture, STORED_FILE, STORED_NUMBERS_FILE } from '../../../src/models/index.ts';

const FOLDER = '/models/en-fr/';

/** The bundled model's own picture of the lecture's sentence. */
export async function storedPicture(): Promise<Picture> {
  const [json, numbers] = await Promise.all(
    [STORED_FILE, STORED_NUMBERS_FILE].map((name) => fetch(`${FOLDER}${name}`)),
  );
  if (!json?.ok || !numbers?.ok) throw new Error(`${FOLDER}: no stored picture`);
  return decodeStoredPicture(await json.json(), await numbers.arrayBuffer());
}

/** What the model's heads were measured to do. */
export async function storedLabels(): Promise<
  readonly { kind: 'encoder' | 'decoder' | 'cross'; layer: number; head: number; label: string }[]
> {
  return (await fetch(`${FOLDER}heads.json`)).json();
}
