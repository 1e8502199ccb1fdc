/** A header's entry as a file holds it; anything may stand in it, so that broken files can be made too. */
export type RawHeader = Record<string, unknown> | string;

/** A safetensors file of this header and data. `length` overrides the header length the file claims. */
export function rawSafetensors(header: RawHeader, data: Uint8Array, length?: bigint): ArrayBuffer {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, length ?? BigInt(text.length), true);
  bytes.set(text, 8);
  bytes.set(data, 8 + text.length);
  return bytes.buffer;
}

/** A sound file of float32 tensors. */
export function makeSafetensors(
  tensors: Readonly<Record<string, { shape: number[]; data: number[] }>>,
): ArrayBuffer {
  // Pairs, not assignments: a tensor may be called `__proto__`.
  const header: [string, unknown][] = [['__metadata__', { format: 'pt' }]];
  const numbers: number[] = [];
  for (const [name, { shape, data }] of Object.entries(tensors)) {
    const begin = numbers.length * 4;
    numbers.push(...data);
    header.push([name, { dtype: 'F32', shape, data_offsets: [begin, numbers.length * 4] }]);
  }
  return rawSafetensors(Object.fromEntries(header), new Uint8Array(new Float32Array(numbers).buffer));
}
