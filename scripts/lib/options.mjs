// Command-line options: a table in, values or one clear sentence out.

/**
 * @typedef {object} Option
 * @property {'flag' | 'port' | 'file'} kind
 * @property {string} help
 */

/** Thrown for an option that is unknown or has a wrong value; the message is for the person who typed it. */
export class OptionError extends Error {}

/**
 * Reads arguments by a table of options.
 * @param {readonly string[]} args without the program's name
 * @param {Readonly<Record<string, Option>>} table by option name without dashes
 * @returns {Record<string, boolean | number | string | null>} every option: flags false by default, ports and files
 * null
 */
export function parseOptions(args, table) {
  const values = Object.fromEntries(
    Object.entries(table).map(([name, { kind }]) => [name, kind === 'flag' ? false : null]),
  );
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const match = /^--([a-z-]+)(?:=(.*))?$/s.exec(arg);
    const name = match?.[1] ?? '';
    const option = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!option) throw new OptionError(`${arg} is no option of this command. ${listOf(table)}`);
    if (option.kind === 'flag') {
      if (match?.[2] !== undefined) throw new OptionError(`--${name} takes no value.`);
      values[name] = true;
    } else {
      const read = option.kind === 'port' ? portOf : fileOf;
      values[name] = read(name, match?.[2] ?? args[++i]);
    }
  }
  return values;
}

/** A port number from its text. */
function portOf(name, text) {
  const port = /^\d{1,5}$/.test(text ?? '') ? Number(text) : 0;
  if (port >= 1 && port <= 65535) return port;
  throw new OptionError(
    `--${name} needs a number from 1 to 65535, as in --${name} 5173; it got ${text ?? 'nothing'}.`,
  );
}

/** A file's name from its text. */
function fileOf(name, text) {
  if (text && !text.startsWith('--')) return text;
  throw new OptionError(`--${name} needs a file, as in --${name} figures.json; it got ${text || 'nothing'}.`);
}

const VALUES = { flag: '', port: ' N', file: ' FILE' };

const nameOf = (name, { kind }) => `--${name}${VALUES[kind]}`;

function listOf(table) {
  const names = Object.entries(table).map(([name, option]) => nameOf(name, option));
  return `It knows ${names.join(', ')}.`;
}

/** The help text of a table. */
export function helpOf(usage, table) {
  const rows = Object.entries(table).map(
    ([name, option]) => `  ${nameOf(name, option).padEnd(12)} ${option.help}`,
  );
  return [`Usage: ${usage}`, '', ...rows].join('\n');
}

/**
 * The arguments as typed, where npm kept some for itself: `npm start --port 8000` without the lone `--` between
 * reaches us as `8000` and npm's own setting `port`.
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export function givenBack(args, env) {
  const kept = env.npm_config_port;
  const rest = [...args];
  const back = [];
  if (kept === 'true' && /^\d+$/.test(rest[0] ?? '')) back.push('--port', String(rest.shift()));
  else if (kept && kept !== 'true') back.push('--port', kept);
  if (env.npm_config_open === '' || env.npm_config_open === 'false') back.push('--no-open');
  return [...back, ...rest];
}
