/** The byte a byte-fallback piece (`<0xE2>`) stands for, or null for any other piece. */
export function byteOf(piece: string): number | null {
  const hex = /^<0x([0-9A-F]{2})>$/.exec(piece)?.[1];
  return hex === undefined ? null : Number.parseInt(hex, 16);
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a run of byte pieces. As Python's `tokenizers` has it: a run that is not UTF-8 as a whole becomes one
 * U+FFFD for each byte.
 */
export function textOfBytes(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return '\uFFFD'.repeat(bytes.length);
  }
}

/**
 * Put in the place of the library's own decoder of byte runs, which drops a U+FEFF at the start of a run (so that a
 * text with one would not come back) and counts broken bytes otherwise than Python does.
 */
export class RunDecoder extends TextDecoder {
  override decode(input?: AllowSharedBufferSource): string {
    return input instanceof Uint8Array ? textOfBytes(input) : super.decode(input);
  }
}

/** Bytes a character takes in UTF-8. */
export function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
