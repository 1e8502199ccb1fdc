import { ATTENTION, type Decoding, GREEDY, isWriting } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { countedFromOne, type Meaning, type PlaceMeant, type TokenName } from '../../layout/index.ts';

type Say = Translate<'change' | 'decoding' | 'mark'>;

/** Several as one: `a, b, c`. */
const joined = (t: Say, key: 'change.join' | 'decoding.join', words: readonly string[]): string =>
  words.reduceRight((rest, first) => (rest === '' ? first : t(key, { first, rest })), '');

function nameOf(t: Say, { label, role, nth, position }: TokenName): string {
  if (role !== 'text') return t(role === 'start' ? 'mark.start' : 'mark.end');
  if (label === null) return t('change.position', { number: position + 1 });
  return nth === 0 ? t('change.quote', { word: label }) : t('change.quoteNth', { word: label, nth });
}
const namesOf = (t: Say, names: readonly TokenName[]): string =>
  joined(
    t,
    'change.join',
    names.map((name) => nameOf(t, name)),
  );

/** "encoder layer 3 head 5". */
function placeText(t: Say, { kind, layers, heads }: PlaceMeant): string {
  const values = {
    kind: t(`change.kind.${kind}`),
    layers: countedFromOne(layers ?? []),
    count: layers?.length ?? 0,
    heads: countedFromOne(heads ?? []),
    some: heads?.length ?? 0,
  };
  if (layers === null) return t(heads === null ? 'change.placeAll' : 'change.placeHeads', values);
  return t(heads === null ? 'change.placeLayer' : 'change.place', values);
}

function forbidText(t: Say, meaning: Extract<Meaning, { say: 'forbid' }>): string {
  const { place, mode, queries, keys } = meaning;
  const values = {
    place: placeText(t, place),
    mode: t(`change.mode.${mode}`),
    query: queries === null ? '' : namesOf(t, queries),
    key: keys === null ? '' : namesOf(t, keys),
  };
  // A row that is written stands for the word after its own, so it is said as a place.
  const own = !isWriting(place.kind);
  if (queries === null) return t(keys === null ? 'change.forbidAll' : 'change.forbidColumn', values);
  if (keys === null) return t(own ? 'change.forbidRow' : 'change.forbidRowAfter', values);
  return t(own ? 'change.forbid' : 'change.forbidAfter', values);
}

function maskText(t: Say, { place, masks }: Extract<Meaning, { say: 'mask' }>): string {
  // After `none` the others say all that holds.
  const rest = masks.length > 1 ? masks.filter(({ mask }) => mask !== 'none') : masks;
  const words = rest.map(({ mask, size }) => {
    if (mask === 'none' && ATTENTION[place.kind].causal) return t('change.mask.noneDecoder');
    if (mask === 'padding') return t('change.mask.padding', { number: size + 1 });
    return mask === 'none' || mask === 'causal'
      ? t(`change.mask.${mask}`)
      : t(`change.mask.${mask}`, { size });
  });
  return t('change.mask', { place: placeText(t, place), masks: joined(t, 'change.join', words) });
}

/** A line of the list of changes: "“it” may not read “street” (encoder layer 4, all heads; before softmax)". */
export function changeText(t: Say, meaning: Meaning): string {
  switch (meaning.say) {
    case 'off':
      return t(`change.off.${meaning.way}`, { place: placeText(t, meaning.place) });
    case 'forbid':
      return forbidText(t, meaning);
    case 'cells': {
      const { count, mode, place } = meaning;
      return t('change.cells', { count, place: placeText(t, place), mode: t(`change.mode.${mode}`) });
    }
    case 'mask':
      return maskText(t, meaning);
    case 'scale': {
      const place = placeText(t, meaning.place);
      if (meaning.factor === null) return t('change.scale.off', { place });
      return t('change.scale', { place, factor: t.number(meaning.factor, { maximumFractionDigits: 3 }) });
    }
    default: {
      const { part, way, by, seed } = meaning;
      return t(`change.positions.${way}`, { part: t(`change.part.${part}`), by, seed });
    }
  }
}

/** "sampling, temperature 0.8, top 40": the way, and what of it is not as usual and counts. */
export function decodingText(t: Say, decoding: Decoding): string {
  const { way, temperature, topK, topP, seed, width } = decoding;
  const words = [t(`decoding.${way}`)];
  if (temperature !== GREEDY.temperature)
    words.push(t('decoding.temperature', { temperature: t.number(temperature) }));
  if (way === 'sample' && topK !== null) words.push(t('decoding.topK', { count: topK }));
  if (way === 'sample' && topP !== null) words.push(t('decoding.topP', { share: t.number(topP) }));
  if (way === 'sample' && seed !== GREEDY.seed) words.push(t('decoding.seed', { seed }));
  if (way === 'beam') words.push(t('decoding.width', { width }));
  return joined(t, 'decoding.join', words);
}
