import {
  ModelError,
  type ModelErrorCode,
  type Parameter,
  type Parameters,
  sizeOf,
} from '../contract/index.ts';
import { FLOAT_BYTES, type FloatKind, widen } from './floats.ts';
import { duplicateKey } from './jsonKeys.ts';

/** A header of more bytes is a sign of a broken or hostile file: ours has 12 kB. */
export const HEADER_LIMIT = 8 * 1024 * 1024;
export const TENSOR_LIMIT = 4096;

/** Bytes before the header: its own length. */
const PREFIX = 8;

interface Entry {
  readonly name: string;
  readonly kind: FloatKind;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

/**
 * Reads a safetensors file whole: 8 bytes of header length (little-endian), a JSON header, the numbers. Everything the
 * header says is checked against the bytes before a number is read.
 * @returns every tensor by name, widened to float32, in the order of the file.
 * @throws ModelError `format` when the file's structure is broken or a number is not finite; `unsupported` for a
 * tensor that is not F32, F16 or BF16. Nothing else, whatever the bytes are.
 */
export function parseSafetensors(bytes: ArrayBuffer, file = 'model.safetensors'): Parameters {
  const reader = new Reader(file);
  const { header, dataStart } = reader.header(bytes);
  const entries = reader.entries(header);
  reader.layout(entries, bytes.byteLength - dataStart);
  const parameters = new Map<string, Parameter>();
  for (const { name, kind, shape, begin } of entries) {
    const { data, notFinite } = widen(kind, bytes, dataStart + begin, sizeOf(shape));
    if (notFinite >= 0) reader.refuse(name, 'finite numbers', `${data[notFinite]} at ${notFinite}`);
    parameters.set(name, { shape, data });
  }
  return parameters;
}

/** The checks, each refusing in the name of one file. */
class Reader {
  constructor(private readonly file: string) {}

  refuse(argument: string, expected: string, got: string, code: ModelErrorCode = 'format'): never {
    throw new ModelError(code, 'parseSafetensors', argument, expected, got, this.file);
  }

  header(bytes: ArrayBuffer): { header: Record<string, unknown>; dataStart: number } {
    if (bytes.byteLength < PREFIX) this.refuse('file', 'at least 8 bytes', `${bytes.byteLength}`);
    const view = new DataView(bytes);
    const length = view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32;
    const room = Math.min(HEADER_LIMIT, bytes.byteLength - PREFIX);
    if (length > room) this.refuse('header length', `at most ${room}`, `${length}`);
    let header: unknown;
    let text = '';
    try {
      text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
        new Uint8Array(bytes, PREFIX, length),
      );
      header = JSON.parse(text);
    } catch (error) {
      this.refuse('header', 'JSON in UTF-8', String(error));
    }
    if (!isRecord(header)) this.refuse('header', 'an object', describe(header));
    const twice = duplicateKey(text);
    if (twice !== null) this.refuse('header', 'each key once', `"${brief(twice)}" twice`);
    return { header, dataStart: PREFIX + length };
  }

  entries(header: Record<string, unknown>): Entry[] {
    const names = Object.keys(header).filter((name) => name !== '__metadata__');
    if (names.length > TENSOR_LIMIT)
      this.refuse('header', `at most ${TENSOR_LIMIT} tensors`, `${names.length}`);
    return names.map((name) => this.entry(name, header[name]));
  }

  private entry(name: string, value: unknown): Entry {
    const label = brief(name);
    if (!isRecord(value)) this.refuse(label, 'an object', describe(value));
    const { dtype, shape, data_offsets: offsets } = value;
    if (typeof dtype !== 'string') this.refuse(`${label}.dtype`, 'a text', describe(dtype));
    if (!isFloatKind(dtype)) this.refuse(label, 'F32, F16 or BF16', brief(dtype), 'unsupported');
    if (!isSizes(shape)) this.refuse(`${label}.shape`, 'safe whole numbers', describe(shape));
    if (!isSizes(offsets) || offsets.length !== 2) {
      this.refuse(`${label}.data_offsets`, 'two safe whole numbers', describe(offsets));
    }
    const [begin = 0, end = 0] = offsets;
    const span = sizeOf(shape) * FLOAT_BYTES[dtype];
    if (begin + span !== end || !Number.isSafeInteger(span)) {
      this.refuse(label, `${span} bytes for ${dtype} [${shape}]`, `${begin} to ${end}`);
    }
    return { name, kind: dtype, shape, begin, end };
  }

  /** The tensors must fill the data without gap or overlap. */
  layout(entries: readonly Entry[], room: number): void {
    let reached = 0;
    for (const entry of [...entries].sort((a, b) => a.begin - b.begin || a.end - b.end)) {
      if (entry.begin !== reached) {
        this.refuse(brief(entry.name), `data from byte ${reached}`, `from ${entry.begin}`);
      }
      reached = entry.end;
    }
    if (reached !== room) this.refuse('file', `${reached} bytes of data`, `${room}`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isFloatKind = (dtype: string): dtype is FloatKind => Object.hasOwn(FLOAT_BYTES, dtype);

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && n >= 0);
}

/** Names come from the file: an error message repeats only so much of them. */
const brief = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

const describe = (value: unknown): string => brief(JSON.stringify(value) ?? 'nothing');
