import type { Plugin } from 'vite';

const isTensorflow = (id: string) => /[\\/]node_modules[\\/]@tensorflow[\\/]/.test(id);

/**
 * Fails the build when a page loads TF.js before anything is on screen: the numerics live in the worker, and a page
 * that imports them by mistake would show nothing until they have arrived.
 */
export function lightPages(): Plugin {
  return {
    name: 'headlight:light-pages',
    apply: 'build',
    generateBundle(_options, bundle) {
      const queue = Object.values(bundle).filter((file) => file.type === 'chunk' && file.isEntry);
      const seen = new Set(queue);
      for (const file of queue) {
        if (file.type !== 'chunk') continue;
        const heavy = file.moduleIds.find(isTensorflow);
        if (heavy)
          this.error(`${file.fileName} is loaded with the page and holds ${heavy}; only the worker may.`);
        for (const name of file.imports) {
          const imported = bundle[name];
          if (imported && !seen.has(imported)) {
            seen.add(imported);
            queue.push(imported);
          }
        }
      }
    },
  };
}
