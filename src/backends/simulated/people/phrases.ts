import type { Language } from './cast.js';

/** What a message does, as far as a short look tells. */
export type Topic =
  | 'greeting'
  | 'thanks'
  | 'bye'
  | 'howAreYou'
  | 'when'
  | 'where'
  | 'question'
  | 'praise'
  | 'sorry'
  | 'picture'
  | 'emoji'
  | 'kiln'
  | 'cake'
  | 'other';

/** Asked in this order; the first that fits names the topic. */
export const signs: readonly (readonly [Topic, RegExp])[] = [
  [
    'howAreYou',
    /how are you|how('s| is) it going|what'?s up|wie geht|qué tal|cómo estás|come stai|كيف حالك|元気/iu,
  ],
  [
    'thanks',
    /\b(thanks?|thank you|thx|danke|gracias|grazie|obrigad[ao]|merci)\b|شكر|ありがとう|🙏/iu,
  ],
  [
    'bye',
    /\b(bye|good night|see you|tschüss|bis (morgen|bald)|adiós|hasta|ciao ciao|buonanotte)\b|وداع|またね|おやすみ/iu,
  ],
  [
    'greeting',
    /^\W*(hi|hey|hello|hallo|good morning|morning|moin|guten|hola|buen[oa]s|ciao|buongiorno)\b|مرحب|صباح|السلام|こんにちは|おはよう/iu,
  ],
  ['sorry', /\b(sorry|apolog|entschuldig|perdón|scusa)|آسف|すみません|ごめん/iu],
  ['when', /\b(when|what time|wann|wie spät|cuándo|a qué hora|quando|a che ora)\b|متى|いつ|何時/iu],
  ['where', /\b(where|wo|wohin|dónde|adónde|dove)\b|أين|どこ/iu],
  [
    'kiln',
    /\b(kiln|glaze|firing|clay|ofen|glasur|ton|horno|esmalte|forno|smalto)\b|فرن|طين|窯|釉/iu,
  ],
  ['cake', /\b(cake|coffee|tea|kuchen|kaffee|tee|torta|caff[eè]|café|té)\b|🍰|☕|قهوة|شاي|お茶/iu],
  [
    'praise',
    /\b(great|love|beautiful|amazing|nice|perfect|awesome|schön|toll|super|wunderbar|precios[oa]|genial|bell[oa]|bravo)\b|جميل|رائع|きれい|素敵|❤|😍/iu,
  ],
  ['question', /[?？؟]/u],
];

const english: Record<Topic, readonly string[]> = {
  greeting: [
    'Hey! 👋',
    'Hi there!',
    'Hello! Good to see you here.',
    'Morning! Or whatever time it is.',
  ],
  thanks: ['You’re welcome!', 'Anytime.', 'Of course 😊', 'Happy to!'],
  bye: ['See you!', 'Good night 🌙', 'Bye! Mind the step.', 'Until tomorrow!'],
  howAreYou: [
    'Good! A bit of clay behind the ear, as always. You?',
    'Busy, but the good kind of busy.',
    'Very well, thanks. How about you?',
  ],
  when: [
    'Thursday would be perfect.',
    'Around six?',
    'Let me look … tomorrow after lunch.',
    'Saturday morning, if that’s not too late.',
  ],
  where: [
    'At the studio, left of the door.',
    'Second shelf, behind the tall vases.',
    'I think I saw it next to the sink.',
    'Same place as always 😄',
  ],
  question: [
    'Good question. I think so, yes.',
    'Hm, let me sleep on it.',
    'Yes! Definitely.',
    'I’d rather not, but I can be talked into it.',
    'Ask Kwame, he knows these things.',
    'I would say yes.',
  ],
  praise: ['Right?!', 'Thank you, that makes my day!', 'I know, I can’t stop looking at it.', '😊'],
  sorry: ['No worries at all!', 'Nothing happened 🙂', 'All good.'],
  picture: [
    'Oh, that’s lovely!',
    'Look at that light!',
    'Can I print this?',
    'Wow. Just wow.',
    'The colours 😍',
  ],
  emoji: ['😄', '🙌', '💛', 'Same!'],
  kiln: [
    'The kiln is always right.',
    'Slowly through 573 °C, then I’m happy.',
    'I can sit with it in the evening, if somebody brings tea.',
    'Two thin coats beat one thick one. Every time.',
  ],
  cake: [
    'Did somebody say cake?',
    'I’m on my way.',
    'Kettle is on ☕',
    'Only if there is a second slice.',
  ],
  other: [
    'I see what you mean.',
    'Makes sense.',
    'Ha, true.',
    'Noted! I’ll think about it.',
    'I’m in.',
    'Sounds like a plan.',
    'Tell me more.',
  ],
};

/** Whatever a language does not say, it says as English does: people are like that. */
export const phrases: Record<
  Language,
  Partial<Record<Topic, readonly string[]>> & { readonly other: readonly string[] }
> = {
  en: english,
  de: {
    greeting: ['Hallo! 👋', 'Moin!', 'Guten Tag zusammen!'],
    thanks: ['Gern geschehen!', 'Jederzeit.', 'Bitte, bitte 😊'],
    bye: ['Bis morgen!', 'Tschüss!', 'Gute Nacht 🌙'],
    howAreYou: ['Gut, danke! Und dir?', 'Müde, aber zufrieden.'],
    when: [
      'Donnerstag passt mir gut.',
      'So gegen sechs?',
      'Samstag früh, wenn das nicht zu spät ist.',
    ],
    where: ['Im Atelier, links neben der Tür.', 'Zweites Regal, hinter den Vasen.'],
    question: [
      'Gute Frage. Ich glaube schon.',
      'Ja, auf jeden Fall!',
      'Lass mich eine Nacht darüber schlafen.',
    ],
    praise: ['Danke, das freut mich!', 'Finde ich auch!', 'Wunderschön, oder?'],
    picture: ['Oh, wie schön!', 'Dieses Licht!', 'Das kommt aufs nächste Plakat.'],
    kiln: ['Langsam durch 573 °C, dann wird alles gut.', 'Zwei dünne Schichten, nie eine dicke.'],
    cake: ['Hat jemand Kuchen gesagt?', 'Kaffee läuft ☕'],
    other: ['Verstehe.', 'Klingt gut!', 'Stimmt.', 'Da bin ich dabei.', 'Mach ich.'],
  },
  ar: {
    greeting: ['أهلًا وسهلًا! 👋', 'مرحبًا بك', 'صباح النور'],
    thanks: ['عفوًا', 'على الرحب والسعة 😊', 'لا شكر على واجب'],
    bye: ['إلى اللقاء', 'تصبحون على خير 🌙'],
    howAreYou: ['الحمد لله، بخير. وأنت؟', 'بخير، شكرًا لسؤالك'],
    when: ['يوم الخميس يناسبني', 'حوالي السادسة؟'],
    where: ['في الاستوديو، على يسار الباب', 'على الرفّ الثاني'],
    question: ['سؤال جيد، أظنّ نعم', 'بالتأكيد!', 'دعني أفكّر في الأمر'],
    praise: ['شكرًا، أسعدتني', 'فعلًا جميل!'],
    picture: ['ما أجمل هذا الضوء!', 'صورة رائعة 😍', 'الألوان مذهلة'],
    cake: ['قهوة أم شاي؟ ☕', 'أنا قادم فورًا'],
    other: ['فهمت', 'تمام 👍', 'صحيح', 'اتفقنا', 'فكرة جميلة'],
  },
  ja: {
    greeting: ['こんにちは！👋', 'おつかれさまです。'],
    thanks: ['どういたしまして。', 'こちらこそ 😊'],
    bye: ['またね！', 'おやすみなさい 🌙'],
    howAreYou: ['元気です。ありがとうございます。', 'おかげさまで。'],
    when: ['木曜日はいかがですか。', '6時ごろでお願いします。'],
    where: ['入口の左です。', '二段目の棚にあります。'],
    question: ['そうですね、いいと思います。', '少し考えさせてください。', 'はい、もちろん！'],
    praise: ['ありがとうございます！', '本当にきれいですね。'],
    picture: ['素敵な写真ですね。', '光がきれいです。'],
    kiln: ['窯は正直ですから。', '薄く二回塗るのがいいですよ。'],
    cake: ['お茶を入れますね ☕', 'いただきます！'],
    other: ['なるほど。', '了解です。', 'いいですね。', 'わかりました。'],
  },
  it: {
    greeting: ['Ciao! 👋', 'Buongiorno!', 'Eccomi!'],
    thanks: ['Prego!', 'Figurati 😊', 'Di niente!'],
    bye: ['A domani!', 'Buonanotte 🌙', 'Ciao ciao!'],
    howAreYou: ['Bene, grazie! Tu?', 'Coperta di argilla, quindi bene.'],
    when: ['Giovedì andrebbe bene.', 'Verso le sei?'],
    where: ['Vicino alla porta, a sinistra.', 'Sul secondo scaffale.'],
    question: ['Direi di sì!', 'Certo!', 'Ci penso e ti dico.'],
    praise: ['Grazie mille!', 'Vero?!', 'Che bello'],
    picture: ['Che meraviglia!', 'La luce!! 😍'],
    cake: ['Limone o cioccolato?', 'Arrivo. Con la torta. 🍰'],
    other: ['Capito.', 'Ci sto!', 'Giusto.', 'Va bene!'],
  },
  es: {
    greeting: ['¡Hola! 👋', '¡Buenas!', '¡Hola a todos!'],
    thanks: ['¡De nada!', 'A ti 😊', '¡Cuando quieras!'],
    bye: ['¡Hasta mañana!', 'Buenas noches 🌙'],
    howAreYou: ['¡Muy bien! ¿Y tú?', 'Con barro hasta las cejas, o sea, bien.'],
    when: ['El jueves me va bien.', '¿A las seis?'],
    where: ['En el taller, a la izquierda.', 'En la segunda estantería.'],
    question: ['Creo que sí.', '¡Claro!', 'Déjame pensarlo.'],
    praise: ['¡Gracias!', '¿Verdad que sí?', '¡Qué bonito!'],
    picture: ['¡Qué maravilla!', 'Esa luz… 😍'],
    cake: ['¿Alguien dijo café? ☕', 'Llevo churros.'],
    other: ['Vale.', 'Entendido.', '¡Me apunto!', 'Tiene sentido.'],
  },
};
