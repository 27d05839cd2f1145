import { chromeLauncher } from '@web/test-runner-chrome';
import { chromeArgs, chromePath } from './support/browser.mjs';
import { base } from './wtr.base.mjs';

const launchOptions = { executablePath: await chromePath(), args: chromeArgs };

/** As if its window were in front: without the focus a page hears nothing of what is focused in it. */
async function createPage({ context }) {
  const page = await context.newPage();
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

export default { ...base, browsers: [chromeLauncher({ launchOptions, createPage })] };
