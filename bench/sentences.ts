/** Typed key by key; together more than the 150 keys that wasm is measured with. */
export const TYPED: readonly string[] = [
  "The animal didn't cross the street because it was too tired.",
  'Yesterday my sister bought a red bicycle for her son.',
  'We will visit our friends in Paris next summer.',
  'Do you know where the station is?',
];

/** Twelve words each; every other one ends with its full stop or question mark, as the last word brings it along. */
export const TWELVE_WORDS: readonly string[] = [
  "The animal didn't cross the street because it was much too tired",
  'My sister wants to buy a new house near the old station.',
  'The children played in the garden until it was dark and cold',
  "I don't know why he left the meeting without saying a word.",
  'She told me that the train would arrive an hour too late',
  'We would like to drink some coffee before we go back home.',
  'The old man walked slowly through the park with his little dog',
  'If it rains tomorrow we will stay inside and read our books.',
  'The teacher asked the students to write a letter to their parents',
  'He has been working in this city for more than ten years.',
  'There is a small white cat sitting on the kitchen table again',
  'Nobody in the village could remember who had built the stone bridge.',
  'The doctor said that my father should rest for a few days',
  'Can you tell me where I can find a good cheap restaurant?',
  'The president of the company has decided to close the three factories',
  'They were very happy when they heard the news on the radio.',
  'It is important to protect the forests and the rivers of Europe',
  'My best friend has never seen the sea in her whole life.',
  'The price of bread has gone up twice since the last war',
  'You must open the window because the air in here is bad.',
  'After dinner the two brothers sat by the fire and talked quietly',
  "The bird couldn't fly over the wall because it was too high.",
  'Scientists have found water under the ice of a very distant planet',
  'I forgot my keys at the office and had to come back.',
];

/** Shown in between, so that the next sentence finds no draft it can use: its French begins otherwise. */
export const UNRELATED: readonly string[] = ['Thank you.', 'Good morning.', 'Why?', 'No.'];

export const wordsOf = (sentence: string): readonly string[] => sentence.split(' ');

/** What stood there before the last word was typed. */
export const withoutLastWord = (sentence: string): string => wordsOf(sentence).slice(0, -1).join(' ');
