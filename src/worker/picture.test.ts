import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNCHANGED } from '../contract/index.ts';
import { createFakeEngine } from '../testing/index.ts';
import { runs } from '../testing/long.ts';
import { createTokenizer } from '../tokens/index.ts';
import { cutToFit } from './cutToFit.ts';
import { Translator } from './picture.ts';
import { info, tokenizerJson } from './testing/line.ts';

const tokenizer = createTokenizer(tokenizerJson, info);
const translator = new Translator(tokenizer, info);
const engine = createFakeEngine(info);

async function pictureOf(text: string, target: string | null = null) {
  const sentence = translator.read(text, target);
  return translator.picture(
    sentence,
    await engine.run(translator.request(sentence, UNCHANGED)),
    UNCHANGED,
    1,
  );
}

test('a text that fits is left whole', () => {
  const { tokens, leftOut } = cutToFit('it was tired', 23, tokenizer);
  expect([tokens.length, leftOut]).toEqual([3, 0]);
  expect(cutToFit('', 23, tokenizer)).toEqual({ tokens: [], leftOut: 0 });
});

test('a long text keeps its first pieces, and says how much it left out', () => {
  const text = 'it was tired '.repeat(20).trim();
  const { tokens, leftOut } = cutToFit(text, 8, tokenizer);
  expect(tokens.map((token) => token.text)).toEqual([
    'it',
    'was',
    'tired',
    'it',
    'was',
    'tired',
    'it',
    'was',
  ]);
  expect(text.slice(0, text.length - leftOut)).toBe('it was tired it was tired it was');
});

test('a character of several bytes is kept or left whole', () => {
  // A blank's mark, then four bytes each.
  const text = '😀😀😀';
  for (const [room, kept] of [
    [4, 0],
    [5, 2],
    [8, 2],
    [9, 4],
    [12, 4],
    [13, 6],
  ] as const) {
    expect(text.length - cutToFit(text, room, tokenizer).leftOut).toBe(kept);
  }
});

test('a much too long text is not read to its end, and cut the same', () => {
  const words = fc.constantFrom('it', 'was', 'tired', "didn't", '漢字', '😀', '...', '\n', 'extraordinarily');
  fc.assert(
    fc.property(fc.array(words, { minLength: 200, maxLength: 300 }), (parts) => {
      const text = parts.join(' ');
      const whole = tokenizer.encode(text);
      const { tokens, leftOut } = cutToFit(text, 20, tokenizer);
      expect(tokens).toEqual(whole.slice(0, tokens.length));
      expect(leftOut).toBe(text.length - (tokens.at(-1)?.end ?? 0));
      expect(tokens.length).toBeGreaterThan(15);
    }),
    { numRuns: runs(25, 100) },
  );
  const novel = 'The animal was too tired. '.repeat(100_000);
  const start = performance.now();
  expect(cutToFit(novel, 255, tokenizer).tokens).toHaveLength(255);
  expect(performance.now() - start).toBeLessThan(500);
  // Long words of few pieces make the quick look too short: the text is read whole then.
  const blanks = `it${' '.repeat(1000)}was`;
  expect(cutToFit(blanks, 20, tokenizer).tokens).toEqual(tokenizer.encode(blanks).slice(0, 20));
});

test('blanks around a text are no pieces, line breaks and tabs are blanks, offsets stay those of the text', () => {
  const translator = new Translator(tokenizer, info);
  const bare = translator.read('it was tired', null).source.tokens;
  const { source } = translator.read(' \n it\twas\r\ntired ', null);
  const words = source.tokens.filter((token) => token.text !== '▁');
  expect(words.map((token) => token.id)).toEqual(bare.map((token) => token.id));
  expect(words.map(({ start, end }) => [start, end])).toEqual([
    [3, 5],
    [6, 9],
    [11, 16],
  ]);
  expect(translator.read(' \t\n ', null).source.tokens).toEqual([]);
});

test('what a typed target leaves out ends the text, blanks included', () => {
  const translator = new Translator(tokenizer, { ...info, maxPositions: 4 });
  const { target } = translator.read('it', 'it was tired it  ');
  expect(target?.leftOut).toBe('  '.length + ' it'.length);
});

test('a picture of a sentence has its marks, words and steps', async () => {
  const picture = await pictureOf("it didn't cross");
  const brief = (tokens: typeof picture.source) =>
    tokens.map(({ text, start, end, word, role }) => [text, start, end, word, role]);
  expect(brief(picture.source)).toEqual([
    ['it', 0, 2, 0, 'text'],
    ["didn'", 3, 8, 1, 'text'],
    ['t', 8, 9, 1, 'text'],
    ['cross', 10, 15, 2, 'text'],
    ['</s>', 15, 15, 3, 'end'],
  ]);
  // The fake writes the pieces backwards.
  expect(picture.translation).toBe("crosst didn' it");
  expect(brief(picture.target)).toEqual([
    ['<pad>', 0, 0, 0, 'start'],
    ['cross', 0, 5, 1, 'text'],
    ['t', 5, 6, 1, 'text'],
    ["didn'", 7, 12, 2, 'text'],
    ['it', 13, 15, 3, 'text'],
  ]);
  expect(picture.steps.map((step) => step.token)).toEqual([
    ...picture.target.slice(1),
    { id: info.endId, text: '</s>', start: 15, end: 15, word: 4, role: 'end' },
  ]);
  expect(picture.steps[0]?.best).toEqual([{ id: picture.target[1]?.id, text: 'cross', probability: 0.5 }]);
  expect(picture).toMatchObject({
    targetText: null,
    ended: true,
    leftOut: 0,
    targetLeftOut: 0,
    stored: false,
  });
  expect(picture.timings.tokensMs).toBeGreaterThan(1);
});

test('a beam tree has its words', async () => {
  const sentence = translator.read('it was', null);
  const result = await engine.run(translator.request(sentence, UNCHANGED));
  const [, was = 0, it = 0] = result.decoderInput;
  const steps = [
    [
      { parent: 0, id: was, score: -0.5, fate: 'kept' as const },
      { parent: 0, id: info.endId, score: -2, fate: 'ended' as const },
    ],
    [{ parent: 0, id: it, score: -0.75, fate: 'ended' as const }],
  ];
  const { beam } = translator.picture(sentence, { ...result, beam: { steps, chosen: [1, 0] } }, UNCHANGED, 1);
  expect(beam?.chosen).toEqual([1, 0]);
  expect(beam?.steps.map((nodes) => nodes.map(({ text }) => text))).toEqual([['was', '</s>'], ['it']]);
  expect(beam?.steps[0]?.[1]).toEqual({ ...steps[0]?.[1], text: '</s>' });
  expect((await pictureOf('it was')).beam).toBeNull();
});

test('no text is asked as the end mark alone', async () => {
  const picture = await pictureOf('');
  expect(picture.source.map(({ id, start, word, role }) => [id, start, word, role])).toEqual([
    [info.endId, 0, 0, 'end'],
  ]);
  expect(picture.target).toHaveLength(1);
  expect(picture.steps[0]?.token).toMatchObject({ role: 'end', word: 1 });
  expect(picture.translation).toBe('');
});

test("the person's target is shown as typed", async () => {
  const picture = await pictureOf('it', '  Il  était');
  expect(picture.translation).toBe('  Il  était');
  // The blanks before it are no piece, those within it are.
  expect(picture.target.map(({ text, start, end }) => [text, start, end]).slice(0, 3)).toEqual([
    ['<pad>', 0, 0],
    ['Il', 2, 4],
    ['\u2581', 4, 5],
  ]);
  expect((await pictureOf('it', '')).target).toHaveLength(1);
});

test('any two texts give a picture that hangs together', async () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.constantFrom('it', ' ', '漢', '😀', 'tired', '</s>'), { maxLength: 40 })
      .map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(anyText, fc.option(anyText), async (text, target) => {
      const picture = await pictureOf(text, target);
      expect(picture.source.length).toBeLessThanOrEqual(info.maxPositions);
      expect(picture.target.length).toBeLessThanOrEqual(info.maxPositions);
      expect(picture.steps).toHaveLength(picture.target.length);
      picture.target.slice(1).forEach((token, t) => {
        expect(picture.steps[t]?.token).toEqual(token);
      });
      const end = picture.leftOut > 0 ? text.length - picture.leftOut : text.trimEnd().length;
      expect(picture.source.at(-1)?.end).toBe(text.trim() === '' ? 0 : end);
      if (target !== null)
        expect(picture.translation).toBe(target.slice(0, target.length - picture.targetLeftOut));
      for (const token of picture.target) expect(token.end).toBeLessThanOrEqual(picture.translation.length);
      const words = [...picture.target, picture.steps.at(-1)?.token].map((token) => token?.word ?? -1);
      words.forEach((word, i) => {
        expect(word - (words[i - 1] ?? 0)).toBeOneOf(i === 0 ? [0] : [0, 1]);
      });
    }),
    { numRuns: 300 },
  );
});
