import * as v from 'valibot';
import { TokenError } from '../contract/index.ts';

const addedToken = v.looseObject({
  id: v.number(),
  content: v.string(),
  special: v.optional(v.boolean(), false),
});

const tokenizerSchema = v.looseObject({
  added_tokens: v.optional(v.array(addedToken), []),
  model: v.looseObject({
    vocab: v.union([v.record(v.string(), v.number()), v.array(v.tuple([v.string(), v.number()]))]),
    unk_token: v.nullish(v.string()),
  }),
});
type TokenizerJson = v.InferOutput<typeof tokenizerSchema>;

/** Put before a mark's name: a lone surrogate, which no well-formed text holds. */
const HIDDEN = '\uDC00';

export interface Marks {
  /** tokenizer.json in which no text can give a mark. */
  readonly json: TokenizerJson;
  /** Names of the marks by id: `</s>`, `<pad>` and their kin. */
  readonly names: ReadonlyMap<number, string>;
}

/**
 * Makes a tokenizer.json in which text that looks like a mark is text: the marks leave `added_tokens` (the library
 * would find them in the text), and their names in the vocabulary become ones no text can hold.
 * @throws TokenError `format`
 */
export function hideMarks(tokenizer: unknown): Marks {
  const parsed = v.safeParse(tokenizerSchema, tokenizer);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const place = v.getDotPath(issue) ?? 'tokenizer.json';
    throw new TokenError('format', 'createTokenizer', place, issue.expected ?? 'a tokenizer', issue.received);
  }
  const { added_tokens: added, model, ...rest } = parsed.output;
  const special = added.filter((token) => token.special);
  const names = new Map(special.map((token) => [token.id, token.content]));
  const contents = new Set(names.values());
  const hide = (name: string) => (contents.has(name) ? HIDDEN + name : name);
  const vocab = Array.isArray(model.vocab)
    ? model.vocab.map(([name, score]): [string, number] => [hide(name), score])
    : Object.fromEntries(Object.entries(model.vocab).map(([name, id]) => [hide(name), id]));
  const unk = typeof model.unk_token === 'string' ? { unk_token: hide(model.unk_token) } : {};
  return {
    json: {
      ...rest,
      added_tokens: added.filter((token) => !token.special),
      model: { ...model, ...unk, vocab },
    },
    names,
  };
}
