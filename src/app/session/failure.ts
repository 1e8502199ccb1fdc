import { EngineError, HeadlightError, ModelError, type SessionFailure } from '../../contract/index.ts';

/** An error of a run as the page shows it; what is none of ours is a crash. */
export function failureOf(error: unknown): SessionFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof EngineError || error instanceof ModelError) {
    return { code: error.code, message, file: null };
  }
  return { code: 'crashed', message, file: null };
}

/** The other way round: what `window.headlight` rejects with. */
export function errorOf(failure: SessionFailure, where: string): HeadlightError {
  return new HeadlightError(failure.code, where, failure.file ?? 'model', 'a picture', failure.message);
}
