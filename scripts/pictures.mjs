// npm run pictures: takes the pictures of docs/pictures/ from the built page, in Chromium. A sans-serif face like
// Inter and a Chinese one should be installed on the machine: the page bundles none.
import { mkdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { chromium } from '@playwright/test';
import * as vite from 'vite';
import { CHROMIUM_ARGS, needChromium } from './lib/chromium.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { nextFree } from './lib/ports.mjs';

const WIDE = "The animal didn't cross the street because it was too wide.";
const FOLDER = inRoot('docs', 'pictures');
const PROJECTOR = { width: 1280, height: 720 };
const PHONE = { width: 390, height: 844 };
const SETTLE_MS = 300;
const SLIDE = { width: 960, height: 540 };

// The bundled model's own files say which head links the pronoun, which one aligns words, and where those words stand.
const read = (name) => JSON.parse(readFileSync(inRoot('public', 'models', 'en-fr', `${name}.json`), 'utf8'));
const { layer, head } = read('first-view');
const { source, target } = read('first-result');
const placeOf = (tokens, text) => {
  const place = tokens.findIndex((token) => token.text === text);
  if (place < 0) throw new Error(`pictures: expected a piece ${text} in the model's first view, got none`);
  return place;
};
const IT = placeOf(source, 'it');
const STREET = placeOf(source, 'street');
/** The decoder's row that writes "il". */
const IL = placeOf(target, 'il') - 1;
const LINK = `kind=encoder&layer=${layer}&heads=${head}`;
const aligned = read('heads').findLast(({ label }) => label === 'alignment');
const CROSS = `kind=cross&layer=${aligned.layer}&heads=${aligned.head}`;

/** Name, page, size; `scale` is the device's pixels per CSS pixel. */
const PICTURES = [
  { name: 'explorer', page: '', size: PROJECTOR, scale: 1.5 },
  { name: 'arcs', page: '#view=arcs', size: PROJECTOR, scale: 1.5 },
  { name: 'cross', page: `#${CROSS}&cell=`, size: PROJECTOR, scale: 1.5 },
  { name: 'dark', page: '#theme=dark', size: PROJECTOR, scale: 1.5 },
  { name: 'contrast', page: '#theme=contrast', size: PROJECTOR, scale: 1.5 },
  { name: 'chinese', page: '#lang=zh-CN', size: PROJECTOR, scale: 1.5 },
  { name: 'phone', page: '', size: PHONE, scale: 2, touch: true },
  { name: 'embed', page: 'embed.html#view=arcs', size: SLIDE, scale: 2 },
  { name: 'embed-figure', page: 'embed.html?show=figure', size: SLIDE, scale: 2 },
];

/** "it" reads the street in no head of the encoder, and "elle" is "il". */
const CUT = `#text=${encodeURIComponent(WIDE)}&${LINK}&cell=${IT},${STREET}&changes=forbid.e.${IT}_${STREET}`;

/** What a change and the further views look like, in both themes. */
const VIEWS = [
  { name: 'difference', page: `${CUT}&shown=difference` },
  { name: 'panel', page: CUT, keys: ['e'] },
  { name: 'cell', page: '#view=cell&inspect=5' },
  { name: 'matrices', page: '#view=matrices' },
  { name: 'finder', page: '#view=heads' },
  { name: 'time', page: '#view=time&step=4' },
  { name: 'lens', page: '#view=lens' },
  { name: 'pair', page: `#view=pair&other=e${layer}h${head}.${encodeURIComponent(WIDE)}` },
  { name: 'gradient', page: `#${CROSS}&weigh=product&word=${IL}&cell=${IL},${IT}` },
];
for (const view of VIEWS) {
  PICTURES.push({ size: PROJECTOR, scale: 1, ...view });
  PICTURES.push({
    size: PROJECTOR,
    scale: 1,
    ...view,
    name: `${view.name}-dark`,
    page: `${view.page}&theme=dark`,
  });
}

async function take(browser, address, { name, page: path, size, scale, touch = false, keys = [] }) {
  const context = await browser.newContext({
    viewport: size,
    deviceScaleFactor: scale,
    hasTouch: touch,
    isMobile: touch,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(address + path);
  await page.evaluate(() => window.headlight.whenReady());
  // A second run: the first one's time on the page holds what was compiled on the way.
  const text = await page.evaluate(() => window.headlight.getState().text);
  await page.evaluate((words) => window.headlight.setState({ text: `${words} ` }), text);
  await page.evaluate((words) => window.headlight.setState({ text: words }), text);
  if (!path.includes('cell=')) {
    await page.evaluate(async () => {
      const { cell } = await fetch('models/en-fr/first-view.json').then((answer) => answer.json());
      await window.headlight.setState({ cell });
    });
  }
  for (const key of keys) await page.keyboard.press(key);
  // What a view asks for beside the picture comes after it.
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  await page.waitForTimeout(SETTLE_MS);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await context.close();
  console.log(`docs/pictures/${name}.png`);
}

const executablePath = await needChromium(console.log);
if (!executablePath) process.exit(1);
await vite.build({ root: ROOT, logLevel: 'warn' });
const port = await nextFree(4600);
const server = await vite.preview({ root: ROOT, logLevel: 'warn', preview: { host: '127.0.0.1', port } });
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
try {
  for (const picture of PICTURES) await take(browser, `http://127.0.0.1:${port}/`, picture);
} finally {
  await browser.close();
  await server.close();
}
