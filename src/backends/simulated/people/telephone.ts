import type { Target } from '../../../protocol/ids.js';
import type { Call } from '../../../protocol/records.js';
import { pick } from '../../random.js';
import type { Language } from './cast.js';
import type { Bot, Stage, Talk } from './talk.js';

export interface Telephone {
  /** A call that rings, in a conversation of two or in a group. */
  hear(bot: Bot, call: Call): void;
  /** Calls somebody real. */
  call(bot: Bot, uid: string): void;
}

const second = 1000;

/** What one writes after a call one did not take, or that was not taken. */
const notNow: Readonly<Record<Language, string>> = {
  en: 'Can’t talk right now, hands full of clay. Later?',
  de: 'Kann gerade nicht sprechen. Später?',
  ar: 'لا أستطيع الكلام الآن، لاحقًا؟',
  ja: '今は出られません。後ほどかけますね。',
  it: 'Ora non posso, ti chiamo dopo!',
  es: 'Ahora no puedo hablar. ¿Luego?',
};
const missedYou: Readonly<Record<Language, string>> = {
  en: 'Tried to call you. Nothing urgent!',
  de: 'Hab versucht anzurufen. Nichts Eiliges!',
  ar: 'اتصلت بك، لا شيء عاجل.',
  ja: 'お電話しました。急ぎではありません。',
  it: 'Ti ho chiamato, niente di urgente!',
  es: 'Te he llamado. ¡Nada urgente!',
};

/** Those who are played answer when a telephone rings, or do not, and now and then call themselves. */
export function createTelephone(stage: Stage, talk: Talk): Telephone {
  const { random, id, between, later, attempt, isReal, isFresh } = stage;
  const heard = new Set<string>();

  const end = (bot: Bot, callId: string, status: 'rejected' | 'busy' | 'cancelled' | 'ended') =>
    attempt(bot, (me) => me.request('call.end', { id: callId, status }, id()));

  /** Until one of both hangs up. */
  function converse(bot: Bot, callId: string): void {
    attempt(bot, (me) => me.request('call.accept', { id: callId }, id()));
    later(between(45, 120) * second, () => end(bot, callId, 'ended'));
  }

  function decline(bot: Bot, call: Call, status: 'rejected' | 'busy'): void {
    end(bot, call.id, status);
    later(between(2, 5) * second, () =>
      talk.say(bot, { uid: call.initiator }, notNow[bot.person.language]),
    );
  }

  return {
    hear(bot, call) {
      const mark = `${bot.person.uid} ${call.id}`;
      if (!isReal(call.initiator) || !isFresh(call.initiatedAt) || heard.has(mark)) return;
      heard.add(mark);
      const answers = between(3, 8) * second;
      const mood = random();
      if (call.receiverType === 'group') {
        if (mood < 0.35 * bot.person.talkative) later(answers, () => converse(bot, call.id));
        return;
      }
      if (mood < 0.65) later(answers, () => converse(bot, call.id));
      else if (mood < 0.8) later(answers, () => decline(bot, call, 'rejected'));
      else if (mood < 0.88) later(answers / 3, () => decline(bot, call, 'busy'));
    },
    call(bot, uid) {
      const callId = id();
      const target: Target = { uid };
      const type = pick(random, ['audio', 'audio', 'video'] as const) ?? 'audio';
      attempt(bot, (me) => me.request('call.start', { id: callId, target, type }, id()));
      later(between(20, 30) * second, () =>
        attempt(bot, async (me) => {
          // Refused where it was answered or declined meanwhile.
          await me.request('call.end', { id: callId, status: 'cancelled' }, id());
          talk.say(bot, target, missedYou[bot.person.language]);
        }),
      );
      later(between(60, 150) * second, () => end(bot, callId, 'ended'));
    },
  };
}
