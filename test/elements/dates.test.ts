import { expect } from '@open-wc/testing';
import { regional, timeText } from '../../src/elements/chat-message/time/dates.js';
import { english } from '../../src/elements/chat-message/time/english.js';

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

  const forms: Record<string, Intl.DateTimeFormatOptions> = {
    time: { hour: 'numeric', minute: '2-digit' },
    weekday: { weekday: 'long' },
    rowWeekday: { weekday: 'short' },
    day: { weekday: 'short', day: 'numeric', month: 'long' },
    rowDay: { day: 'numeric', month: 'short' },
    date: { day: 'numeric', month: 'long', year: 'numeric' },
    rowDate: { day: 'numeric', month: 'numeric', year: '2-digit' },
  };
  for (const tag of ['en', 'en-US']) {
    it(`${tag}: are what the browser says itself, where it is not asked`, () => {
      for (const [name, options] of Object.entries(forms)) {
        const own = english(tag, name)!;
        const asked = new Intl.DateTimeFormat(tag, options);
        const plain = (text: string) => text.replaceAll(/\s/g, ' ');
        for (let i = 0; i < 800; i++) {
          const moment = new Date(2025, 0, 1, 0, i * 997).getTime();
          expect(plain(own.format(moment))).to.equal(plain(asked.format(moment)));
        }
      }
    });
  }

  it('keep the script of the page', () => {
    expect(regional('sr-Latn', ['sr-RS'])).to.equal('sr-Latn');
    expect(regional('zh-TW', ['zh-CN', 'zh-HK'])).to.equal('zh-HK');
  });

  it('are told in English where the page names no language', () => {
    expect(regional('not a language', ['de-AT'])).to.equal('en');
    expect(timeText(at, 'not a language')).to.match(/2:32|14:32/);
  });
});
