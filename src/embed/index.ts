export { EmbedPage } from './EmbedPage.tsx';
