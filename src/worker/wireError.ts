import { EngineError, HeadlightError, ModelError, TokenError } from '../contract/index.ts';

/**
 * An error as it crosses the port: structured cloning keeps an Error's message, but neither its class nor its fields.
 * The class goes by a word of ours, since a minified build has other class names.
 */
export interface WireError {
  readonly kind: 'engine' | 'model' | 'token' | 'other';
  readonly code: string;
  readonly where: string;
  readonly argument: string;
  readonly expected: string;
  readonly got: string;
  readonly file: string | null;
}

const KINDS = { engine: EngineError, model: ModelError, token: TokenError } as const;

/** @param error anything that was thrown */
export function toWire(error: unknown): WireError {
  if (error instanceof HeadlightError) {
    const { code, where, argument, expected, got } = error;
    const kind =
      error instanceof EngineError
        ? 'engine'
        : error instanceof ModelError
          ? 'model'
          : error instanceof TokenError
            ? 'token'
            : 'other';
    const file = error instanceof ModelError ? error.file : null;
    return { kind, code, where, argument, expected, got, file };
  }
  const got = String(error);
  return {
    kind: 'other',
    code: 'crashed',
    where: 'worker',
    argument: 'run',
    expected: 'no error',
    got,
    file: null,
  };
}

/** The error of its own class again. The code is the sender's: both sides are this project. */
export function fromWire(wire: WireError): HeadlightError {
  const { kind, code, where, argument, expected, got, file } = wire;
  if (kind === 'other') return new HeadlightError(code, where, argument, expected, got);
  if (kind === 'model') {
    return new ModelError(code as ModelError['code'], where, argument, expected, got, file);
  }
  const Kind: new (...fields: [never, string, string, string, string]) => HeadlightError = KINDS[kind];
  return new Kind(code as never, where, argument, expected, got);
}
