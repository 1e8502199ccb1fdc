import { ByteFallbackDecoder, Tokenizer as Library, SequenceDecoder } from '@huggingface/tokenizers';
import { type Token, TokenError, type Tokenizer } from '../contract/index.ts';
import { align, leadingMarks, type Piece, type Span, WORD_MARK } from './align.ts';
import { byteOf, characterBytes, RunDecoder } from './bytes.ts';
import { normalized, unchanged } from './normalized.ts';
import { hideMarks } from './special.ts';
import { wordsOf } from './words.ts';

/** Ids whose role in a sentence `describe` names. */
export interface MarkIds {
  readonly startId: number;
  readonly endId: number;
}

/**
 * A tokenizer from the JSON of a Hugging Face tokenizer.json.
 *
 * `encode` takes any string; a lone surrogate, which no encoding of Unicode has, is read as U+FFFD. With a
 * byte-fallback vocabulary every text comes back from `decode`, but for one leading blank, and U+2581, which is a
 * blank's own sign. `describe` gives a mark (`</s>`) as a token of its own without characters; its role follows
 * `marks`, else it is `text`.
 * @throws TokenError `format` for a JSON that is no tokenizer, or of a kind the library does not run.
 */
export function createTokenizer(tokenizerJson: unknown, marks?: MarkIds): Tokenizer {
  const { json, names } = hideMarks(tokenizerJson);
  return new PieceTokenizer(openLibrary(json), names, marks ?? null);
}

function openLibrary(json: object): Library {
  try {
    const library = new Library(json, {});
    const steps = library.decoder instanceof SequenceDecoder ? library.decoder.decoders : [library.decoder];
    for (const step of steps) {
      if (step instanceof ByteFallbackDecoder) step.text_decoder = new RunDecoder();
    }
    return library;
  } catch (error) {
    throw new TokenError(
      'format',
      'createTokenizer',
      'tokenizer.json',
      'a known kind of tokenizer',
      String(error),
    );
  }
}

class PieceTokenizer implements Tokenizer {
  constructor(
    private readonly library: Library,
    private readonly names: ReadonlyMap<number, string>,
    private readonly marks: MarkIds | null,
  ) {}

  encode(text: string): readonly Token[] {
    if (text === '') return [];
    const wellFormed = text.replace(/\p{Surrogate}/gu, '\uFFFD');
    const { ids } = this.library.encode(wellFormed, { add_special_tokens: false });
    // The only mark text can give is the one for what the vocabulary lacks.
    const pieces = ids.map((id): Piece => (this.names.has(id) ? null : this.pieceOf(id)));
    const { normalizer } = this.library;
    const seen = normalizer ? normalized(wellFormed, (part) => normalizer(part)) : unchanged(wellFormed);
    const spans = align(pieces, seen.text).map(seen.back);
    return this.tokens(ids, pieces, spans, wellFormed);
  }

  decode(ids: readonly number[]): string {
    for (const id of ids) this.pieceOf(id);
    const words = ids.filter((id) => !this.names.has(id));
    if (words.length === 0) return '';
    return this.library.decode(words, { skip_special_tokens: false, clean_up_tokenization_spaces: false });
  }

  describe(ids: readonly number[]): readonly Token[] {
    const text = this.decode(ids);
    const words = ids.filter((id) => !this.names.has(id));
    const pieces = words.map((id) => this.pieceOf(id));
    const tokens = this.tokens(words, pieces, align(pieces, text), text);
    return this.names.size === 0 ? tokens : this.withMarks(ids, tokens);
  }

  private pieceOf(id: number): string {
    const piece = this.library.id_to_token(id);
    if (piece === undefined) {
      throw new TokenError('unknown-id', 'decode', 'id', 'an id of the vocabulary', `${id}`);
    }
    return piece;
  }

  private tokens(
    ids: readonly number[],
    pieces: readonly Piece[],
    spans: readonly Span[],
    text: string,
  ): Token[] {
    const words = wordsOf(pieces, spans, text);
    const bytes = characterBytes(pieces, spans);
    return ids.map((id, i) => ({
      id,
      text: this.shown(id, pieces[i] ?? null),
      start: spans[i]?.start ?? 0,
      end: spans[i]?.end ?? 0,
      word: words[i] ?? 0,
      role: 'text',
      ...(bytes[i] ? { byte: bytes[i] } : {}),
    }));
  }

  private shown(id: number, piece: Piece): string {
    if (piece === null) return this.names.get(id) ?? '';
    const byte = byteOf(piece);
    // A byte that is a visible character by itself is shown as that.
    if (byte !== null) return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : piece;
    return piece.slice(leadingMarks(piece)) || WORD_MARK;
  }

  /** Puts the marks back among the tokens of the others, each a word of its own. */
  private withMarks(ids: readonly number[], tokens: readonly Token[]): Token[] {
    let next = 0;
    let at = 0;
    let word = -1;
    // The word of the last token that was no mark, as counted without marks; null behind a mark, which ends any word.
    let open: number | null = null;
    return ids.map((id) => {
      const name = this.names.get(id);
      const token = tokens[next];
      if (name !== undefined || !token) {
        open = null;
        word++;
        // Between the bytes of one character a mark stands before it, so that spans never go back.
        const place = Math.min(at, token?.start ?? at);
        return { id, text: name ?? '', start: place, end: place, word, role: this.roleOf(id) };
      }
      if (token.word !== open) word++;
      open = token.word;
      next++;
      at = token.end;
      return { ...token, word };
    });
  }

  private roleOf(id: number): Token['role'] {
    if (id === this.marks?.endId) return 'end';
    return id === this.marks?.startId ? 'start' : 'text';
  }
}
