import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { plugins } from '../vite.config.ts';
import { chromeArgs, chromePath } from './support/browser.mjs';

export default defineConfig({
  plugins: [...plugins, storybookTest({ configDir: '.storybook' })],
  test: {
    name: 'stories',
    browser: {
      enabled: true,
      headless: true,
      viewport: { width: 1280, height: 800 },
      provider: playwright({
        launchOptions: { executablePath: await chromePath(), args: chromeArgs },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
