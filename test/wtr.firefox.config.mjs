import { chromeLauncher } from '@web/test-runner-chrome';
import { firefoxPath } from './support/browser.mjs';
import { base } from './wtr.base.mjs';

// Puppeteer drives an ordinary Firefox over WebDriver BiDi; the launcher only thinks it is Chrome.
const firefox = chromeLauncher({
  launchOptions: { browser: 'firefox', executablePath: await firefoxPath() },
});
firefox.name = 'Firefox';

export default { ...base, browsers: [firefox] };
