import type { CharacterByte } from '../contract/index.ts';

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

/**
 * For each piece that is one of several bytes of a character: which character's, and which of them; nothing for any
 * other piece, nor for bytes that are no character.
 * @param spans of the pieces in the text: bytes of one character share theirs
 */
export function characterBytes(
  pieces: readonly (string | null)[],
  spans: readonly { readonly start: number }[],
): readonly (CharacterByte | undefined)[] {
  const found: (CharacterByte | undefined)[] = pieces.map(() => undefined);
  const bytes = pieces.map((piece) => byteOf(piece ?? ''));
  for (let from = 0; from < bytes.length; ) {
    let to = from + 1;
    while (bytes[from] !== null && to < bytes.length && goesOn(bytes, spans, to)) to++;
    const run = bytes.slice(from, to).flatMap((byte) => byte ?? []);
    const character = run.length > 1 ? textOfBytes(Uint8Array.from(run)) : '';
    if (character !== '' && !character.includes('\uFFFD')) {
      run.forEach((_, i) => {
        found[from + i] = { character, nth: i + 1, of: run.length };
      });
    }
    from = to;
  }
  return found;
}

const goesOn = (
  bytes: readonly (number | null)[],
  spans: readonly { readonly start: number }[],
  at: number,
): boolean => bytes[at] !== null && spans[at]?.start === spans[at - 1]?.start;
