import { expect } from '@open-wc/testing';
import { regional, timeText } from '../../src/elements/chat-message/dates.js';

describe('times of day', () => {
  const at = new Date(2026, 10, 20, 14, 32).getTime();
  const said = (lang: string, wanted: readonly string[]) =>
    timeText(at, regional(lang, wanted)).replaceAll(/\s/g, ' ');

  it('are as the browser is set, where it speaks the language of the page (B32)', () => {
    expect(regional('en', ['de-AT', 'en-GB', 'en-US'])).to.equal('en-GB');
    expect(regional('en-us', ['en-GB'])).to.equal('en-GB');
    expect(regional('en', ['de-AT'])).to.equal('en');
    expect(regional('ar', ['en-US', 'ar-EG'])).to.equal('ar-EG');
    expect(said('de', ['de-AT'])).to.equal('14:32');
  });

  it('are what the browser says itself, in the languages that do not ask it', () => {
    const midnight = new Date(2026, 10, 20).getTime();
    for (const lang of ['en', 'en-US', 'en-GB']) {
      const options = { hour: 'numeric', minute: '2-digit' } as const;
      const asked = new Intl.DateTimeFormat(regional(lang), options);
      for (let minute = 0; minute < 1440; minute += 7) {
        const at = midnight + minute * 60_000;
        const spoken = asked.format(at).replaceAll(/\s/g, ' ');
        expect(timeText(at, lang).replaceAll(/\s/g, ' ')).to.equal(spoken);
      }
    }
  });

  it('keep the script of the page', () => {
    expect(regional('sr-Latn', ['sr-RS'])).to.equal('sr-Latn');
    expect(regional('zh-TW', ['zh-CN', 'zh-HK'])).to.equal('zh-HK');
  });

  it('are told in English where the page names no language', () => {
    expect(regional('not a language', ['de-AT'])).to.equal('en');
    expect(timeText(at, 'not a language')).to.match(/2:32|14:32/);
  });
});
