import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromeArgs, chromePath } from './support/browser.mjs';

export default {
  files: 'test/**/*.test.ts',
  nodeResolve: true,
  concurrency: 2,
  // The first axe run alone can take more than mocha's two seconds.
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 180_000,
  // nanostores reads process.env.NODE_ENV, which bundlers replace and browsers lack.
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="en">
  <head>
    <title>test</title>
    <script>window.process = { env: { NODE_ENV: 'development' } };</script>
  </head>
  <body><script type="module" src="${framework}"></script></body>
</html>`,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  plugins: [esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  browsers: [
    chromeLauncher({ launchOptions: { executablePath: await chromePath(), args: chromeArgs } }),
  ],
};
