// Finding a port nobody listens on.
import { createServer } from 'node:net';

/** Both loop-back addresses: browsers try both for `localhost`, so both must be ours. */
const LOOPBACKS = ['127.0.0.1', '::1'];

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Whether nobody on this machine listens on a port of `localhost`. */
export async function isFree(port) {
  for (const host of LOOPBACKS) if (!(await canListen(port, host))) return false;
  return true;
}

/** The first free port from `first` on, of `tries` ports; null when none is. */
export async function nextFree(first, tries = 100) {
  for (let port = first; port < Math.min(first + tries, 65536); port++) if (await isFree(port)) return port;
  return null;
}
