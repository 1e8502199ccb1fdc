/** The frame of the page: name, bar, loading, sharing. */
export const page = {
  'page.name': 'Headlight',
  'page.title': 'Headlight: every attention head, live',
  'page.tagline': 'A Transformer in your browser, every attention head drawn while you type.',
  'page.embedTitle': 'Headlight: attention, live',
  'page.skip': 'Skip to the chosen head',

  'bar.label': 'Page',
  'bar.undo': 'Undo',
  'bar.redo': 'Redo',
  'bar.share': 'Share',
  'bar.language': 'Language',
  'bar.languageShort': 'EN',
  'bar.theme': 'Theme',
  'bar.settings': 'Settings',
  'bar.keys': 'Keys',
  'bar.more': 'More',
  'bar.close': 'Close',

  'sentence.label': 'English sentence',
  'sentence.placeholder': 'Type an English sentence',
  'sentence.cut':
    'Only the first {words, plural, one {# word fits} other {# words fit}} the model; your text is kept.',
  'sentence.hint':
    'Change “tired” to “wide”: the French “il” may become “elle”, and the heads show why it could.',
  'sentence.hintShort': 'Change “tired” to “wide”: “il” may become “elle”.',
  'sentence.emptyHint': 'Type a word or two, and every head draws what it reads.',

  'loading.model': 'model: {loaded} of {total} MB',
  'loading.modelUnknown': 'model: {loaded} MB so far',
  'loading.starting': 'starting the model …',
  'loading.stored': 'a stored picture; it becomes live when the model is here',
  'loading.running': 'running … {milliseconds} ms',
  'loading.live': 'live',

  'backend.webgl': 'graphics card (WebGL)',
  'backend.wasm': 'processor (WebAssembly)',
  'backend.cpu': 'processor (plain JavaScript)',
  'backend.auto': 'the fastest here',
  'backend.measured': 'the fastest of those tried on this device',
  'backend.asked': 'as the link asks',
  'backend.fallback': 'because the one before it failed here',
  'backend.trial': '{name}: {milliseconds} ms',
  'backend.trialFailed': '{name}: not used here',
  'backend.lastRun': 'last run {milliseconds} ms on the {name}',

  'model.notVerified': 'not verified',
  'model.notVerifiedHelp': 'This model has no list of checksums, so its files could not be checked.',
  'model.note':
    'Attention weights are not explanations: they show where a head reads, not why the model answers.',

  'share.title': 'Share this picture',
  'share.help': 'The link holds the sentence, the chosen heads and the view.',
  'share.link': 'Link',
  'share.iframe': 'For a slide (iframe)',
  'share.iframeHelp': 'Shows the chosen head alone, edge to edge.',
  'share.figure': 'The figure alone',
  'share.copyLink': 'Copy link',
  'share.copyIframe': 'Copy iframe',
  'share.copyFigure': 'Copy the figure’s iframe',
  'share.cut': 'The text is very long; the link holds its beginning.',
  'share.copied': 'Copied',
  'share.copyFailed': 'This browser did not allow copying; select the text and copy it by hand.',

  'embed.live': 'live · Headlight',
  'embed.stored': 'stored · Headlight',
  'embed.open': 'Open in Headlight',
} as const;
