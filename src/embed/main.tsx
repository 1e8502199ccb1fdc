import { mountPage } from '../app/index.ts';
import { EmbedPage } from './EmbedPage.tsx';

mountPage(<EmbedPage />, 'page.embedTitle', false);
