export type EngineErrorCode =
  | 'shape' // a tensor or a list has another size than its neighbours ask for
  | 'not-finite' // a NaN or an infinity where none may be
  | 'bad-request' // an id, layer, head or stage the model does not have
  | 'backend' // no backend starts, or one gives wrong numbers
  | 'context-lost' // the GPU went away during a run
  | 'outdated'; // a newer request took this one's place

export type ModelErrorCode =
  | 'not-found' // 404 and its kin
  | 'not-a-model' // an HTML page or other bytes answered with 200
  | 'network' // no answer, or cut off
  | 'integrity' // length or SHA-256 differs from the manifest
  | 'format' // the file's own structure is broken
  | 'unsupported'; // a sound file of a kind this project does not run

export type TokenErrorCode = 'format' | 'unknown-id';

/** What all our errors say: which function refused which argument, what it expected and what it got. */
export class HeadlightError<Code extends string = string> extends Error {
  constructor(
    readonly code: Code,
    readonly where: string,
    readonly argument: string,
    readonly expected: string,
    readonly got: string,
  ) {
    super(`${where}: ${argument}: expected ${expected}, got ${got}`);
    this.name = new.target.name;
  }
}

export class EngineError extends HeadlightError<EngineErrorCode> {}

/** True for the end of work that something newer overtook, or whose session was closed: nobody is told of it. */
export const isOutdated = (error: unknown): boolean =>
  error instanceof EngineError && error.code === 'outdated';

/** `file` is the file of the model's folder it concerns, when it concerns one. */
export class ModelError extends HeadlightError<ModelErrorCode> {
  constructor(
    code: ModelErrorCode,
    where: string,
    argument: string,
    expected: string,
    got: string,
    readonly file: string | null = null,
  ) {
    super(code, where, argument, expected, got);
  }
}

export class TokenError extends HeadlightError<TokenErrorCode> {}
