import { describe, expect, it } from 'vitest';
import { givenBack, helpOf, OptionError, parseOptions } from './options.mjs';

const TABLE = {
  port: { kind: 'port', help: 'serve there' },
  'no-open': { kind: 'flag', help: 'open nothing' },
};

describe('parseOptions', () => {
  it('gives every option a value when none is typed', () => {
    expect(parseOptions([], TABLE)).toEqual({ port: null, 'no-open': false });
  });

  it('reads a value after a blank and after an equals sign', () => {
    expect(parseOptions(['--port', '8000', '--no-open'], TABLE)).toEqual({ port: 8000, 'no-open': true });
    expect(parseOptions(['--port=1'], TABLE).port).toBe(1);
  });

  it.each(['0', '65536', '-1', '80.5', 'abc', '', '1e3', '999999', ' 80'])('refuses the port %j', (text) => {
    expect(() => parseOptions(['--port', text], TABLE)).toThrow(`--port needs a number from 1 to 65535`);
  });

  it('says what is missing', () => {
    expect(() => parseOptions(['--port'], TABLE)).toThrow('it got nothing');
    expect(() => parseOptions(['--no-open=1'], TABLE)).toThrow('--no-open takes no value.');
  });

  it('reads the name of a file, and misses none', () => {
    const table = { json: { kind: 'file', help: 'write there' }, quick: { kind: 'flag', help: 'less' } };
    expect(parseOptions(['--json', 'a b.json', '--quick'], table)).toEqual({ json: 'a b.json', quick: true });
    expect(parseOptions(['--json=x=1'], table).json).toBe('x=1');
    for (const args of [['--json'], ['--json='], ['--json', '--quick']])
      expect(() => parseOptions(args, table)).toThrow('--json needs a file');
    expect(helpOf('npm run bench', table)).toContain('--json FILE  write there');
  });

  it.each(['--prot', '-p', 'port', '8000', '--toString', '--__proto__', '--', ''])(
    'does not know %j',
    (arg) => {
      expect(() => parseOptions([arg], TABLE)).toThrow(OptionError);
      expect(() => parseOptions([arg], TABLE)).toThrow('It knows --port N, --no-open.');
    },
  );
});

describe('givenBack', () => {
  it('leaves arguments alone that npm passed on', () => {
    expect(givenBack(['--port', '8000'], {})).toEqual(['--port', '8000']);
  });

  it('restores what npm took for its own settings', () => {
    expect(givenBack(['8000'], { npm_config_port: 'true' })).toEqual(['--port', '8000']);
    expect(givenBack([], { npm_config_port: '8000' })).toEqual(['--port', '8000']);
    expect(givenBack(['--help'], { npm_config_open: '' })).toEqual(['--no-open', '--help']);
  });
});

it('prints one line of help for each option', () => {
  expect(helpOf('npm start', TABLE).split('\n')).toEqual([
    'Usage: npm start',
    '',
    '  --port N     serve there',
    '  --no-open    open nothing',
  ]);
});
