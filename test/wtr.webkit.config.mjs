import { webkitPaths } from './support/browser.mjs';
import { webkitLauncher } from './support/webkit.mjs';
import { base } from './wtr.base.mjs';

export default { ...base, browsers: [webkitLauncher(await webkitPaths())] };
