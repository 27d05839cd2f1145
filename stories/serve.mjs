import { createReadStream, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const usage =
  'npm start -- [--port N] [--host [ADDRESS]] [--open] [--log FILE.ndjson.gz [--name NAME]]';
const root = join(import.meta.dirname, '..');
const logUrl = '/log.ndjson.gz';

function fail(message) {
  console.error(message);
  process.exit(2);
}

function readOptions() {
  try {
    const args = process.argv.slice(2).map((arg) => (arg === '--host' ? '--host=0.0.0.0' : arg));
    const options = {
      port: { type: 'string', default: '5173' },
      host: { type: 'string', default: 'localhost' },
      open: { type: 'boolean', default: false },
      log: { type: 'string' },
      name: { type: 'string' },
    };
    return parseArgs({ args, options }).values;
  } catch (error) {
    return fail(`${error.message}\nUsage: ${usage}`);
  }
}

/** The demo page at `/`, and the chat log beside it. */
function demoPage(log) {
  return {
    name: 'demo-page',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://localhost');
        if (url.pathname === '/' && log && !url.searchParams.has('log')) {
          url.searchParams.set('log', logUrl);
          url.searchParams.set('name', log.name);
          response.writeHead(302, { location: url.pathname + url.search }).end();
        } else if (url.pathname === '/') {
          request.url = `/stories/demo/index.html${url.search}`;
          next();
        } else if (url.pathname === logUrl && log) {
          // No content-encoding: the page is to get the file's own bytes.
          response.writeHead(200, {
            'content-type': 'application/gzip',
            'content-length': log.size,
          });
          createReadStream(log.file).pipe(response);
        } else {
          next();
        }
      });
    },
  };
}

const options = readOptions();
const port = Number(options.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) fail(`--port ${options.port} is no port.`);

let log;
if (options.log !== undefined) {
  // npm runs this in the project's folder; the path is meant from where npm was called.
  const file = resolve(process.env.INIT_CWD ?? '.', options.log);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) fail(`--log ${options.log}: there is no such file.`);
  const name = options.name ?? basename(options.log).replace(/\..*$/, '');
  log = { file, size: stats.size, name };
}

const server = await createServer({
  root,
  appType: 'mpa',
  plugins: [demoPage(log)],
  server: { port, host: options.host, open: options.open },
  // Found at the start, so that the first visit is not interrupted by a reload.
  optimizeDeps: { entries: ['stories/demo/index.html', 'src/**/*.ts'] },
});
await server.listen();
server.printUrls();
