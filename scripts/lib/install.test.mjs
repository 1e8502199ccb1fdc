import { describe, expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

const lock = (packages) => ({ packages: { '': { version: '0.1.0' }, ...packages } });

describe('isInstalled', () => {
  const wanted = lock({
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  });

  it('is content with the packages of this system', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
  });

  it.each([
    ['nothing was installed', null],
    ['a package is missing', { packages: {} }],
    ['a version differs', { packages: { 'node_modules/a': { version: '1.0.1' } } }],
    [
      'an optional package has another version',
      { packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } } },
    ],
  ])('asks for an install when %s', (_name, present) => {
    expect(isInstalled(wanted, present)).toBe(false);
  });
});
