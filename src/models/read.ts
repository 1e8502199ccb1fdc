import * as v from 'valibot';
import { ModelError } from '../contract/index.ts';

/** Bytes of a file as JSON. @throws ModelError `format`. */
export function readJson(bytes: ArrayBuffer, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new ModelError('format', 'readJson', file, 'JSON in UTF-8', String(error), file);
  }
}

/** A value of the shape a schema asks for. @throws ModelError `format`, naming the first place that differs. */
export function readShape<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  where: string,
  file: string,
): v.InferOutput<Schema> {
  // valibot takes a list for an object without entries.
  if (schema.type === 'object' && Array.isArray(value)) {
    throw new ModelError('format', where, file, 'Object', 'Array', file);
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const place = v.getDotPath(issue);
  const argument = place ? `${file} ${place}` : file;
  throw new ModelError('format', where, argument, issue.expected ?? issue.message, issue.received, file);
}

/** A whole number from 0 that doubles hold exactly. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A whole number from 1. */
export const size = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
