/** A sentence, and what to look at in it, as a link says it. */
export interface Half {
  /** What tells it from the other half: it stands on the button that leads there. */
  readonly word: string;
  readonly text: string;
  readonly link: string;
}

export interface Example {
  /** Its question is the message `example.ID`. */
  readonly id: string;
  readonly halves: readonly [Half] | readonly [Half, Half];
}

const TIRED = "The animal didn't cross the street because it was too tired.";

/**
 * The sentences of the menu, chosen by what the bundled model does with them: `scripts/model/examples.test.ts` runs it
 * and holds each to what it promises.
 */
export const EXAMPLES = [
  {
    id: 'street',
    halves: [
      { word: 'tired', text: TIRED, link: 'kind=encoder&layer=3&heads=4&cell=8,1' },
      { word: 'wide', text: TIRED.replace('tired', 'wide'), link: 'kind=encoder&layer=3&heads=4&cell=8,6' },
    ],
  },
  {
    id: 'prior',
    halves: [
      {
        word: '',
        text: TIRED.replace(' tired', ''),
        link: 'kind=encoder&layer=3&heads=6&cell=8,6',
      },
    ],
  },
  {
    id: 'trophy',
    halves: [
      {
        word: 'big',
        text: "The trophy doesn't fit in the suitcase because it is too big.",
        link: 'kind=encoder&layer=3&heads=4&cell=10,1',
      },
      {
        word: 'small',
        text: "The trophy doesn't fit in the suitcase because it is too small.",
        link: 'kind=encoder&layer=3&heads=4&cell=10,8',
      },
    ],
  },
  {
    id: 'table',
    halves: [
      {
        word: 'afraid',
        text: 'The dog is under the table because it is afraid.',
        link: 'kind=encoder&layer=3&heads=4&cell=7,1',
      },
      {
        word: 'broken',
        text: 'The dog is under the table because it is broken.',
        link: 'kind=encoder&layer=3&heads=4&cell=7,5',
      },
    ],
  },
  {
    id: 'dog',
    halves: [
      {
        word: '',
        text: 'The dog chased the cat because it was hungry.',
        link: 'kind=encoder&layer=3&heads=4&cell=7,1',
      },
    ],
  },
  {
    id: 'cup',
    halves: [
      {
        word: '',
        text: 'The cup is on the table because it is clean.',
        link: 'kind=encoder&layer=3&heads=4&cell=7,1',
      },
    ],
  },
  {
    id: 'order',
    halves: [
      { word: '', text: 'The red car is very fast.', link: 'kind=cross&layer=2&heads=5&cell=1,2&view=arcs' },
    ],
  },
  {
    id: 'love',
    halves: [{ word: '', text: 'I love you.', link: 'kind=cross&layer=2&heads=5&cell=1,2' }],
  },
  {
    id: 'negation',
    halves: [{ word: '', text: 'I do not like this film.', link: 'kind=cross&layer=2&heads=2&cell=3,2' }],
  },
  {
    id: 'doctor',
    halves: [
      {
        word: 'she',
        text: 'The doctor said that she was tired.',
        link: 'kind=decoder&layer=1&heads=0&cell=7,6',
      },
      {
        word: 'he',
        text: 'The doctor said that he was tired.',
        link: 'kind=decoder&layer=1&heads=0&cell=7,6',
      },
    ],
  },
  {
    id: 'colours',
    halves: [
      {
        word: 'house … garden',
        text: 'The house is green and the garden is green.',
        link: 'kind=decoder&layer=0&heads=5&cell=10,8',
      },
      {
        word: 'garden … house',
        text: 'The garden is green and the house is green.',
        link: 'kind=decoder&layer=0&heads=5&cell=9,7',
      },
    ],
  },
  {
    id: 'bank',
    halves: [
      { word: '', text: 'We sat on the bank of the river.', link: 'kind=encoder&layer=2&heads=6&cell=4,7' },
    ],
  },
  {
    id: 'off',
    halves: [
      { word: 'off', text: TIRED, link: 'kind=encoder&layer=3&heads=4&cell=8,1&changes=off.e3h4' },
      { word: 'forbid', text: TIRED, link: 'kind=encoder&layer=3&heads=4&cell=8,1&changes=forbid.e.8_1' },
    ],
  },
  {
    id: 'places',
    halves: [
      {
        word: 'woman … man',
        text: 'The woman helps the man.',
        link: 'kind=encoder&layer=1&heads=2&cell=2,1&changes=positions.e.off',
      },
      {
        word: 'man … woman',
        text: 'The man helps the woman.',
        link: 'kind=encoder&layer=1&heads=2&cell=2,1&changes=positions.e.off',
      },
    ],
  },
] as const satisfies readonly Example[];

export type ExampleId = (typeof EXAMPLES)[number]['id'];
