import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inRoot } from './lib/paths.mjs';

const json = (path) => JSON.parse(readFileSync(inRoot(path), 'utf8'));

/** `name version licence` of every row of the two tables. */
const documented = [
  ...readFileSync(inRoot('docs/DEPENDENCIES.md'), 'utf8').matchAll(/^\| `([^`]+)` \| (\S+) \| ([^|]+) \|/gm),
].map(([, name, version, licence]) => `${name} ${version} ${licence}`);

it('docs/DEPENDENCIES.md lists the packages of package.json, with the lockfile’s versions and licences', () => {
  const { dependencies, devDependencies } = json('package.json');
  const { packages } = json('package-lock.json');
  const wanted = Object.keys({ ...dependencies, ...devDependencies }).map((name) => {
    const { version, license } = packages[`node_modules/${name}`];
    return `${name} ${version} ${license}`;
  });
  expect(documented.toSorted()).toEqual(wanted.toSorted());
});
