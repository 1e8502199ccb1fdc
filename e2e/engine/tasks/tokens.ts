import { createTokenizer } from '../../../src/tokens/index.ts';

/** The ids of texts by the bundled model's tokenizer, as this browser computes them. */
export async function tokens({ texts }: { texts: readonly string[] }): Promise<number[][]> {
  const answer = await fetch('/models/en-fr/tokenizer.json');
  const tokenizer = createTokenizer(await answer.json());
  return texts.map((text) => tokenizer.encode(text).map((token) => token.id));
}
