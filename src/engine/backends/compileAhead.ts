import { engine, env, findBackend, getBackend } from '@tensorflow/tfjs-core';
import { EngineError, type RunControl } from '../../contract/index.ts';
import { pause, stopIfOutdated } from '../run/pause.ts';
import type { WebglBackend } from './webgl.ts';

/*
 * A shader program takes the driver tens to hundreds of milliseconds to compile. TF.js compiles each where it is first
 * run, and waits. Here the driver is given all programs of some work at once, and is waited for between other things.
 */

interface Program {
  readonly webGLProgram: WebGLProgram;
  /** Null until the places of its uniforms were asked for, without which it cannot run. */
  readonly variablesLocations: unknown;
}

/** TF.js's table of programs, which it keeps to itself. */
const programsOf = (backend: WebglBackend): Record<string, Program> =>
  (backend as unknown as { readonly binaryCache: Record<string, Program> }).binaryCache;

/** Programs that were being compiled when something newer came: nobody may run them yet. */
const unfinished = new WeakMap<WebglBackend, Map<string, Program>>();

const isUnfinished = ({ variablesLocations }: Program): boolean => variablesLocations === null;

/** Takes the programs that cannot run yet out of TF.js's table. */
function setAside(backend: WebglBackend): void {
  const programs = programsOf(backend);
  const aside = unfinished.get(backend) ?? new Map<string, Program>();
  unfinished.set(backend, aside);
  for (const [key, program] of Object.entries(programs)) {
    if (!isUnfinished(program)) continue;
    aside.set(key, program);
    delete programs[key];
  }
}

/** And puts them back, but for those that were compiled otherwise meanwhile. */
function takeBack(backend: WebglBackend): void {
  const programs = programsOf(backend);
  for (const [key, program] of unfinished.get(backend) ?? []) {
    if (key in programs) backend.gpgpu.gl.deleteProgram(program.webGLProgram);
    else programs[key] = program;
  }
  unfinished.delete(backend);
}

const POLL_MS = 4;
/** A driver that has not compiled a program after so long never will; software takes some seconds. */
const LIMIT_MS = 60_000;
const nextLook = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, POLL_MS));

/** Waits for one program, or where the browser cannot tell of it, lets newer messages in before it blocks. */
async function untilCompiled(
  { gpgpu }: WebglBackend,
  { webGLProgram }: Program,
  control: RunControl | undefined,
): Promise<void> {
  const { gl, parallelCompilationExtension: asking } = gpgpu;
  if (!asking) return pause(control);
  const started = performance.now();
  while (!gl.isContextLost() && !gl.getProgramParameter(webGLProgram, asking.COMPLETION_STATUS_KHR)) {
    if (performance.now() > started + LIMIT_MS) throw contextLost(`a program within ${LIMIT_MS} ms`, 'none');
    await nextLook();
    stopIfOutdated(control);
  }
}

function contextLost(expected: string, got: string): EngineError {
  return new EngineError('context-lost', 'compileAhead', 'webgl', expected, got);
}

/** @throws EngineError `outdated`, `context-lost`, and `backend` for a program that does not link */
async function finish(backend: WebglBackend, control: RunControl | undefined): Promise<void> {
  const { gl } = backend.gpgpu;
  const begun = Object.values(programsOf(backend)).filter(isUnfinished);
  if (begun.length === 0) return;
  for (const program of begun) {
    await untilCompiled(backend, program, control);
    const linked = gl.getProgramParameter(program.webGLProgram, gl.LINK_STATUS);
    if (gl.isContextLost()) throw contextLost('a living context', 'a lost one');
    if (linked === false)
      throw new EngineError('backend', 'compileAhead', 'webgl', 'a program that links', 'none');
  }
  backend.getUniformLocations();
}

/** Gives the driver the programs of `work`, and computes nothing. `work` may not wait. */
function begin(work: () => void): void {
  engine().startScope();
  env().set('ENGINE_COMPILE_ONLY', true);
  try {
    work();
  } finally {
    env().set('ENGINE_COMPILE_ONLY', false);
    engine().endScope();
  }
}

/**
 * Has the programs of some work compiled before it is done; nothing where the running backend has none.
 * @param work starts them as the work itself will, on tensors of the same shapes; their numbers are none
 * @throws EngineError `outdated`; what was begun goes on in the driver, and is waited for the next time.
 * `context-lost`; `backend` for a program that does not link
 */
export async function compileAhead(work: () => void, control?: RunControl): Promise<void> {
  if (getBackend() !== 'webgl') return;
  const backend = findBackend('webgl') as WebglBackend;
  takeBack(backend);
  try {
    begin(work);
    await finish(backend, control);
  } catch (error) {
    setAside(backend);
    throw error;
  }
}
