import { describe, expect, it } from 'vitest';
import { allFiles, testsFor } from './changed.mjs';

const files = ['src/a.ts', 'src/a.test.ts', 'scripts/walls.test.mjs', 'scripts/lib/walls.mjs', 'docs/A.md'];

describe('testsFor', () => {
  it('runs the tests that import what changed, and those that read the whole repository', () => {
    const { args, message } = testsFor(['src/a.ts', 'docs/A.md'], files);
    expect(args).toEqual(['related', '--run', 'src/a.ts', 'scripts/walls.test.mjs']);
    expect(message).toContain('1 of 2 changed files');
  });

  it('runs the tests of scripts when nothing changed, each once', () => {
    const only = ['related', '--run', 'scripts/walls.test.mjs'];
    expect(testsFor([], files).args).toEqual(only);
    expect(testsFor(['scripts/walls.test.mjs'], files).args).toEqual(only);
  });

  it.each([
    'public/models/en-fr/config.json',
    'fixtures/beams.json',
    'package-lock.json',
    'vitest.config.ts',
  ])('runs all when %s changed', (path) => {
    expect(testsFor(['src/a.ts', path], files)).toEqual({
      args: ['run'],
      message: `${path} changed, which may concern any test: all unit tests.`,
    });
  });

  it('knows the files of this project', () => {
    expect(allFiles()).toContain('scripts/lib/changed.test.mjs');
  });
});
