import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { plugins } from '../vite.config.ts';
import { chromeArgs, chromePath } from './support/browser.mjs';

const launchOptions = { executablePath: await chromePath(), args: chromeArgs };

export default defineConfig({
  plugins: [...plugins, storybookTest({ configDir: '.storybook' })],
  // Found at the start: a dependency met later reloads the page under a running test.
  optimizeDeps: { entries: ['stories/**/*.stories.ts', 'src/**/*.ts'] },
  test: {
    name: 'stories',
    testTimeout: 60_000,
    browser: {
      enabled: true,
      headless: true,
      viewport: { width: 1280, height: 800 },
      // Contrast that holds in light may fail in dark. Without motion nothing is judged half-way through appearing.
      instances: ['light', 'dark'].map((colorScheme) => ({
        browser: 'chromium',
        name: colorScheme,
        provider: playwright({
          launchOptions,
          contextOptions: { colorScheme, reducedMotion: 'reduce' },
        }),
      })),
    },
  },
});
