import { mountPage } from './mount.tsx';
import { Explorer } from './shell/Explorer.tsx';

mountPage(<Explorer />, 'page.title', true);
