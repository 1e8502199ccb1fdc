import { expect, it } from 'vitest';
import { judgeNode } from './node.mjs';

it.each(['v18.20.0', 'v0.12.0', 'v19.9.0', 'nonsense'])('refuses %s and says what is needed', (version) => {
  const { ok, message } = judgeNode(version);
  expect(ok).toBe(false);
  expect(message).toContain(`Headlight needs Node 20 or newer; this is ${version}.`);
});

it.each(['v20.19.0', 'v20.20.2', 'v22.0.0', 'v100.1.2'])('takes %s without a word', (version) => {
  expect(judgeNode(version)).toEqual({ ok: true, message: null });
});

it('takes an early Node 20 with a warning', () => {
  const { ok, message } = judgeNode('v20.3.1');
  expect(ok).toBe(true);
  expect(message).toContain('20.19 or newer is advised');
});
