import { chromeLauncher } from '@web/test-runner-chrome';
import { chromeArgs, chromePath } from './support/browser.mjs';
import { base } from './wtr.base.mjs';

const launchOptions = { executablePath: await chromePath(), args: chromeArgs };

export default { ...base, browsers: [chromeLauncher({ launchOptions })] };
