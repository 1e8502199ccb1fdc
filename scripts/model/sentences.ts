/**
 * The lecture's two sentences: the adjective decides which noun "it" means, and so how it is translated. The first
 * opens the page.
 */
export const LECTURE = [
  {
    text: "The animal didn't cross the street because it was too tired.",
    pronoun: 'it',
    antecedent: 'animal',
    translated: 'il',
  },
  {
    text: "The animal didn't cross the street because it was too wide.",
    pronoun: 'it',
    antecedent: 'street',
    translated: 'elle',
  },
] as const;

/** Plain sentences of several shapes and lengths, to see what a head does as a rule. */
export const PLAIN: readonly string[] = [
  'I am hungry.',
  'She reads a book every evening.',
  'We did not see the red car.',
  'Where is the train station?',
  'The children are playing in the garden.',
  'My brother bought a new house last year.',
  'You should have told me the truth.',
  'It is raining, but we are going out.',
  'He closed the door and opened the window.',
  'They have never been to Paris.',
  'The teacher gave the students a difficult exercise.',
  'Can you help me carry this heavy bag?',
  'The cat slept on the chair all day.',
  'I would like a cup of coffee, please.',
  'Her parents live in a small village near the sea.',
  'Nobody knows what will happen tomorrow.',
  'The film was so long that I fell asleep.',
  'Stop talking and listen to me!',
  'This is the man who repaired my bicycle.',
  'If I were rich, I would travel around the world.',
];
