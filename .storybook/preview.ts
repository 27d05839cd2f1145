import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { configure } from 'storybook/test';
import manifest from '../custom-elements.json' with { type: 'json' };

setCustomElementsManifest(manifest);
// What a story waits for comes late on a busy machine, and with the first story of a page.
configure({ asyncUtilTimeout: 15_000 });

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur']);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    viewport: {
      options: {
        phone: { name: 'Phone 360', styles: { width: '360px', height: '740px' } },
        small: { name: 'Small phone 320', styles: { width: '320px', height: '568px' } },
        tablet: { name: 'Tablet 820', styles: { width: '820px', height: '1180px' } },
        desktop: { name: 'Desktop 1440', styles: { width: '1440px', height: '900px' } },
      },
    },
  },
  globalTypes: {
    theme: {
      description: 'Light or dark',
      toolbar: {
        icon: 'circlehollow',
        dynamicTitle: true,
        items: [
          { value: 'light dark', title: 'System colours', icon: 'browser' },
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
    language: {
      description: 'Language of the page, and with it the direction',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'de', title: 'Deutsch' },
          { value: 'ar', title: 'العربية (right to left)' },
        ],
      },
    },
  },
  initialGlobals: { theme: 'light dark', language: 'en' },
  // What a story does not pass on cannot be set; the tables say what there is.
  argTypesEnhancers: [
    ({ argTypes, initialArgs }) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, type]) => [
          name,
          name in initialArgs ? type : { ...type, control: false },
        ]),
      ),
  ],
  decorators: [
    (story, { globals, viewMode }) => {
      const lang = String(globals['language']);
      const dir = rightToLeft.has(lang) ? 'rtl' : 'ltr';
      const scheme = String(globals['theme']);
      const page = document.documentElement;
      page.style.fontFamily = 'Inter, system-ui, sans-serif';
      // Many stories share a page of documentation, which is itself English and light.
      const alone = viewMode === 'story';
      page.style.colorScheme = alone ? scheme : '';
      page.style.background = alone ? 'Canvas' : '';
      page.lang = alone ? lang : 'en';
      page.dir = alone ? dir : 'ltr';
      if (alone) return story();
      return html`<div lang=${lang} dir=${dir} style="color-scheme: ${scheme}; background: Canvas">
        ${story()}
      </div>`;
    },
  ],
};

export default preview;
