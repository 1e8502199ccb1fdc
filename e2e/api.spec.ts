import { frameOf, openAnew, openLive, painted, TIRED } from './steps.ts';
import { expect, lookingTest as test } from './support/test.ts';

test('whenReady waits for the live picture, and the first view is drawn', async ({ page }) => {
  await openAnew(page);
  const state = await page.evaluate(() => window.headlight.getState());
  expect(state.text.length).toBeGreaterThan(0);
  expect(state.target).toBeNull();
  expect(state.cell).not.toBeNull();
  const backend = await page.evaluate(() => window.headlight.backend());
  expect(backend?.name).toBe('wasm');
  expect(backend?.lastRunMs).toBeGreaterThan(0);
});

test('setState resolves when the picture of that state is painted', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  await page.evaluate(() =>
    window.headlight.setState({ text: 'A dog.', kind: 'cross', layer: 1, heads: [2, 5] }),
  );
  await expect(
    page.getByRole('heading', { level: 2, name: 'Cross-Attention · layer 2 · heads 3, 6' }),
  ).toBeVisible();
  expect(await page.evaluate(() => window.headlight.getState())).toMatchObject({
    text: 'A dog.',
    kind: 'cross',
    layer: 1,
    heads: [2, 5],
  });
  expect(await page.getByRole('grid').count()).toBe(2);
});

test('layers and heads beyond the model are those drawn', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  await page.evaluate(() => window.headlight.setState({ layer: 99, heads: [77] }));
  const state = await page.evaluate(() => window.headlight.getState());
  const pattern = await frameOf(page, `encoder.${state.layer}.self.pattern`);
  expect(state.heads).toEqual([(pattern.shape[0] ?? 0) - 1]);
});

test('an own target is given and taken back', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  const model = await page.evaluate(() => window.headlight.translation().text);
  await page.evaluate(() => window.headlight.setState({ target: 'Le chien dort.' }));
  expect(await page.evaluate(() => window.headlight.translation().text)).toBe('Le chien dort.');
  await page.evaluate(() => window.headlight.setState({ target: null }));
  expect(await page.evaluate(() => window.headlight.translation().text)).toBe(model);
});

test('frame gives any stage with its shape; what is no stage is refused with words', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  const { source, target } = await page.evaluate(() => ({
    source: window.headlight.tokens().source.length,
    target: window.headlight.tokens().target.length,
  }));
  const input = await frameOf(page, 'encoder.0.input');
  expect(input.shape[0]).toBe(source);
  const cross = await frameOf(page, 'decoder.1.cross.scores');
  expect(cross.shape.slice(1)).toEqual([target, source]);
  expect((await frameOf(page, 'logits')).shape[0]).toBe(target);
  for (const frame of [input, cross]) {
    expect(frame.data.length).toBe(frame.shape.reduce((product, n) => product * n, 1));
  }
  const refusal = (name: string) =>
    page.evaluate(
      (stage) =>
        window.headlight.frame(stage).then(
          () => 'given',
          (error: Error) => error.message,
        ),
      name,
    );
  expect(await refusal('encoder.0.self.colour')).toContain('frame: name: expected a stage such as');
  expect(await refusal('toString')).toContain('frame: name: expected a stage such as');
  expect(await refusal('encoder.44.self.pattern')).not.toBe('given');
});

test('rows of every pattern sum to 1, and no decoder row looks ahead', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  for (const name of ['encoder.3.self.pattern', 'decoder.2.self.pattern', 'decoder.0.cross.pattern']) {
    const { shape, data } = await frameOf(page, name);
    const [H = 0, T = 0, S = 0] = shape;
    for (let row = 0; row < H * T; row++) {
      const weights = data.slice(row * S, (row + 1) * S);
      expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 4);
      if (name.startsWith('decoder.2')) expect(Math.max(0, ...weights.slice((row % T) + 1))).toBe(0);
    }
  }
});

test('gradients, the lens and the effect of a head are told of the picture on screen', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  const told = await page.evaluate(async () => {
    const { tokens } = window.headlight.translation();
    const { frames } = await window.headlight.gradient(3, tokens[3]?.id ?? -1);
    const pattern = await window.headlight.frame('decoder.0.cross.pattern');
    const gradients = Object.values(frames);
    return {
      tokens,
      shapes: [pattern.shape, frames['decoder.0.cross.pattern']?.shape],
      count: gradients.length,
      largest: gradients.map(({ data }) => data.reduce((top, g) => Math.max(top, Math.abs(g)), 0)),
      lens: await window.headlight.lens(),
      effect: await window.headlight.headEffect('cross', 0, 1),
      refusal: await window.headlight.gradient(99, 1).catch((error: Error) => error.message),
    };
  });
  const { tokens, lens, effect, shapes } = told;
  expect(shapes[1]).toEqual(shapes[0]);
  expect(told.count).toBeGreaterThan(6);
  for (const most of told.largest) expect(most).toBeGreaterThan(0);
  // The last layer says what is shown as the likeliest.
  lens.at(-1)?.forEach((cell, row) => {
    expect(cell.probability).toBeCloseTo(tokens[row]?.best[0]?.probability ?? -1, 4);
    expect(cell.text).toBe(tokens[row]?.best[0]?.text);
  });
  expect(Math.abs(effect.loss)).toBeGreaterThan(0);
  expect(effect.most).toBeGreaterThanOrEqual(effect.loss);
  expect(told.refusal).toBe(`gradient: row: expected a decoder row from 0 to ${tokens.length - 1}, got 99`);
});

test('a state that cannot be is refused with words, and nothing changes', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  const before = await page.evaluate(() => window.headlight.getState());
  const refusals = await page.evaluate(async () => {
    const bad: readonly unknown[] = [
      { layer: -1 },
      { heads: [] },
      { text: 5 },
      { colour: 'red' },
      null,
      { cell: {} },
    ];
    return Promise.all(
      bad.map((patch) =>
        window.headlight.setState(patch).then(
          () => 'taken',
          (error: Error) => error.message,
        ),
      ),
    );
  });
  for (const refusal of refusals) expect(refusal).toMatch(/^setState: \w+: expected .+, got .+$/);
  expect(await page.evaluate(() => window.headlight.getState())).toEqual(before);
});

test('many pictures leave no tensors behind', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  const run = (text: string) => page.evaluate((next) => window.headlight.setState({ text: next }), text);
  await run('The cat sat on the mat.');
  await run(TIRED);
  const before = await page.evaluate(() => window.headlight.numTensors());
  for (let i = 0; i < 10; i++) await run(i % 2 === 0 ? 'The cat sat on the mat.' : TIRED);
  expect(await page.evaluate(() => window.headlight.numTensors())).toBe(before);
});

test('timings tell the way from the key to the picture', async ({ page }) => {
  await openLive(page, { hash: { text: 'The ca' } });
  await page.getByRole('textbox', { name: 'English sentence' }).press('End');
  await page.keyboard.press('t');
  await painted(page);
  const timings = await page.evaluate(() => window.headlight.lastTimings());
  expect(timings?.text).toBe('The cat');
  expect(timings?.keyToPaintedMs).toBeGreaterThan(timings?.runMs ?? 0);
  expect(timings?.parts.encoderMs).toBeGreaterThan(0);
  const measures = await page.evaluate(() =>
    performance
      .getEntriesByType('measure')
      .map(({ name }) => name)
      .filter((name) => name.startsWith('headlight:')),
  );
  expect(measures).toEqual(
    expect.arrayContaining(['headlight:run', 'headlight:draw', 'headlight:key-to-painted']),
  );
});
