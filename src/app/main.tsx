import { Explorer } from './Explorer.tsx';
import { mountPage } from './mount.tsx';

mountPage(<Explorer />, 'page.title', true);
