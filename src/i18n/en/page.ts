/** The frame of the page: name, bar, loading, sharing. */
export const page = {
  'page.name': 'Headlight',
  'page.title': 'Headlight: every attention head, live',
  'page.embedTitle': 'Headlight: attention, live',
  'page.skip': 'Skip to the chosen head',

  'page.printed': 'Headlight, computed in the page: {address}',
  'page.fold': 'Fold the figure away',
  'page.unfold': 'Show the figure',
  'bar.present': 'Present',

  'present.leave': 'Leave the presentation',
  'present.before': 'before the change',
  'present.after': 'after the change',
  'present.difference': 'difference: after less before',

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
    'Change “tired” to “wide”: which word does “it” read then, and what becomes of the French “il”?',
  'sentence.hintShort': 'Change “tired” to “wide”: what does “it” read?',
  'sentence.tip': 'Point at a cell or a word: the words it joins are tinted here.',
  'sentence.unsure': 'The model is small and unsure of this one.',
  'sentence.emptyHint': 'Type a word or two, and every head draws what it reads.',

  'loading.model': 'model: {loaded} of {total} MB',
  'loading.modelUnknown': 'model: {loaded} MB so far',
  'loading.starting': 'starting the model …',
  'loading.running': 'running … {milliseconds} ms',

  'backend.webgl': 'graphics card (WebGL)',
  'backend.wasm': 'processor (WebAssembly)',
  'backend.cpu': 'processor (plain JavaScript)',
  'backend.auto': 'the fastest here',
  'backend.measured': 'the fastest of those tried on this device',
  'backend.asked': 'as you chose',
  'backend.askedByLink': 'as the link asks',
  'backend.fallback': 'because the one before it failed here',

  'model.notVerified': 'not verified',
  'model.notVerifiedHelp': 'This model has no list of checksums, so its files could not be checked.',
  'model.note':
    'Attention weights are not explanations: they show where a head reads, not why the model answers.',

  'share.title': 'Share this picture',
  'share.help': 'The link holds the sentence, the chosen heads, the changes and the view.',
  'share.link': 'Link',
  'share.iframe': 'The chosen head, for a slide (iframe)',
  'share.iframeHelp': 'Edge to edge, with nothing else.',
  'share.figure': 'All heads, for a slide (iframe)',
  'share.copyLink': 'Copy link',
  'share.copyIframe': 'Copy the chosen head’s iframe',
  'share.copyFigure': 'Copy the iframe of all heads',
  'share.cut': 'The text is very long; the link holds its beginning.',
  'share.copied': 'Copied',
  'share.copyFailed': 'This browser did not allow copying; select the text and copy it by hand.',

  'embed.live': 'live · Headlight',
  'embed.changed': 'live, changed · Headlight',
  'embed.stored': 'stored · Headlight',
  'embed.back': '← the whole figure',
  'embed.order': 'layer 1 at the bottom, head 1 at the left',
  'embed.open': 'Open in Headlight',
} as const;
