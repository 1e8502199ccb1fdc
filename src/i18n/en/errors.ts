/** What happened and what to do, by the code of the error. */
export const errors = {
  'error.not-found': 'The model’s files are not at this address. Check the name of the model in the link.',
  'error.not-a-model':
    'The server answered with a web page instead of the model. Check the address, or try again later.',
  'error.network':
    'The model could not be downloaded: the connection broke off. Check the network and try again.',
  'error.integrity':
    'The downloaded model is damaged: it does not match its checksum. Try again to download it anew.',
  'error.format':
    'A file of the model cannot be read: it is broken or incomplete. Try again, or open another model.',
  'error.unsupported':
    'This model is of a kind that Headlight does not run. Open a Marian translation model.',
  'error.shape':
    'The model’s parts do not fit together, so it was stopped. Try again, or open another model.',
  'error.not-finite':
    'The model computed something that is not a number, so nothing is shown. Try again, or choose another backend.',
  'error.bad-request':
    'The model has no such word, layer or head. Change the sentence or choose another head.',
  'error.backend': 'No way of computing works on this device. Close other tabs, or try another browser.',
  'error.context-lost':
    'The graphics card stopped during the run. Try again; the processor takes over if it must.',
  'error.outdated': 'A newer sentence took this one’s place.',
  'error.unknown-id':
    'The model wrote a word its vocabulary does not have. Try again, or open another model.',
  'error.crashed': 'The model stopped unexpectedly. Your text is kept; try again to start it anew.',
  'error.file': 'It concerns the file {file}.',
  'error.retry': 'Try again',
  'error.page': 'The page could not be drawn. Its address holds your text and all that was chosen.',
  'error.reload': 'Reload',
} as const;
