import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inRoot } from './lib/paths.mjs';

const json = (path) => JSON.parse(readFileSync(inRoot(path), 'utf8'));

const [ours = '', python = ''] = readFileSync(inRoot('docs/DEPENDENCIES.md'), 'utf8').split(
  '## For training',
);

/** Name, version and licence of every row of a part's tables. */
const rows = (part) =>
  [...part.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|/gm)].map((row) => row.slice(1));

it('docs/DEPENDENCIES.md lists the packages of package.json, with the lockfile’s versions and licences', () => {
  const { dependencies, devDependencies } = json('package.json');
  const { packages } = json('package-lock.json');
  const wanted = Object.keys({ ...dependencies, ...devDependencies }).map((name) => {
    const { version, license } = packages[`node_modules/${name}`];
    return `${name} ${version} ${license}`;
  });
  expect(
    rows(ours)
      .map((row) => row.join(' '))
      .toSorted(),
  ).toEqual(wanted.toSorted());
});

it('and the Python packages of the training, with the versions of its requirements', () => {
  const wanted = ['requirements.txt', 'requirements-alone.txt'].flatMap((file) =>
    readFileSync(inRoot(`training/${file}`), 'utf8')
      .trim()
      .split('\n'),
  );
  const documented = rows(python).map(([name, version]) =>
    version.endsWith(' or later') ? `${name}>=${version.split(' ')[0]}` : `${name}==${version}`,
  );
  expect(documented.toSorted()).toEqual(wanted.toSorted());
});
