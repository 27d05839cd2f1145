import type { Terms } from '../lit/localize.js';
import { plural } from './ar-plural.js';
import type { RowWords } from './en-rows.js';

/** How a call went, as a voice call and as a video call. */
const callNotes: Readonly<Record<string, readonly [string, string]>> = {
  ended: ['مكالمة صوتية', 'مكالمة فيديو'],
  ongoing: ['مكالمة صوتية جارية', 'مكالمة فيديو جارية'],
  missed: ['مكالمة صوتية فائتة', 'مكالمة فيديو فائتة'],
  declined: ['مكالمة صوتية مرفوضة', 'مكالمة فيديو مرفوضة'],
  noAnswer: ['مكالمة صوتية بلا رد', 'مكالمة فيديو بلا رد'],
  busy: ['مكالمة صوتية، الخط مشغول', 'مكالمة فيديو، الخط مشغول'],
  cancelled: ['مكالمة صوتية ملغاة', 'مكالمة فيديو ملغاة'],
};

export const unseen = (count: number) =>
  `${count > 99 ? `+${(99).toLocaleString('ar')}` : count.toLocaleString('ar')} جديد`;

/** What `en-rows.ts` says. */
export const rows: Pick<Terms, keyof RowWords> = {
  // What a message is, in a row of its own or as the last of a chat
  messageDeleted: 'حُذفت هذه الرسالة',
  messageVeiled: 'من شخص حظرته.',
  messageEmpty: 'رسالة فارغة',
  messagePhotos: (count) =>
    plural(count, { one: 'صورة', two: 'صورتان', few: 'صور', many: 'صورة' }, 'صورة'),
  messageVideos: (count) =>
    plural(count, { one: 'فيديو', two: 'مقطعا فيديو', few: 'مقاطع فيديو', many: 'مقطع فيديو' }),
  messageFiles: (count) =>
    plural(count, { one: 'ملف واحد', two: 'ملفان', few: 'ملفات', many: 'ملفًا' }, 'ملف'),
  messageVoice: (duration) => (duration ? `رسالة صوتية (${duration})` : 'رسالة صوتية'),
  actionCreated: (by) => `أنشأ ${by} المجموعة`,
  actionJoined: (by) => `انضمّ ${by}`,
  actionLeft: (by) => `غادر ${by}`,
  actionAdded: (by, whom) => `أضاف ${by} ${whom}`,
  actionKicked: (by, whom) => `أزال ${by} ${whom}`,
  actionBanned: (by, whom) => `حظر ${by} ${whom}`,
  actionUnbanned: (by, whom) => `ألغى ${by} حظر ${whom}`,
  actionScopeChanged: (by, whom, scope) =>
    `جعل ${by} ${whom} ${{ admin: 'مديرًا', moderator: 'مشرفًا', participant: 'مشاركًا' }[scope]}`,
  actionTransferred: (by, whom) => `جعل ${by} ${whom} مالكًا للمجموعة`,
  actionUpdated: (by) => `غيّر ${by} المجموعة`,
  callNote: (how, video) => (callNotes[how] ?? callNotes['ended']!)[video ? 1 : 0],
  callJoin: 'انضمام',
  callAgain: 'اتصال مجددًا',
  callBack: 'معاودة الاتصال',
  runCame: (names) => `انضمّ ${names}`,
  runWent: (names) => `غادر ${names}`,
  comma: (one, other) => `${one}، ${other}`,

  // chat-conversations
  chatDraft: 'مسودة:',
  chatTyping: 'يكتب…',
  chatTypingNames: (names) =>
    names.length === 1
      ? `${names[0]} يكتب…`
      : names.length === 2
        ? `${names[0]} و${names[1]} يكتبان…`
        : 'عدة أشخاص يكتبون…',
  chatMentioned: 'ذُكر اسمك',
  chatPinned: 'مثبّتة',
  chatMuted: 'مكتومة',

  // chat-message
  edit: 'تعديل',
  edited: 'معدّلة',
  pinned: 'مثبّتة',
  saved: 'محفوظة',
  showMore: 'عرض المزيد',
  showLess: 'عرض أقل',
  messageUnveil: 'عرض الرسالة',
  replyTo: (whom, text) => `ردًّا ${whom === undefined ? 'عليك' : `على ${whom}`}: ${text}`,
  quoteGone: 'لم تعد الرسالة الأصلية موجودة',
  replies: (count) =>
    plural(count, { one: 'رد واحد', two: 'ردّان', few: 'ردود', many: 'ردًّا' }, 'رد'),
  unseen,
  replyInThreadNote: 'ردّ في سلسلة',
  addReaction: 'إضافة تفاعل',
  others: (count) =>
    plural(count, { one: 'شخص آخر', two: 'شخصان آخران', few: 'آخرون', many: 'آخر' }, 'آخر'),
  linkDismiss: 'إزالة المعاينة',
  openPicture: (name) => `فتح الصورة: ${name}`,
  morePictures: (count) => `و${count.toLocaleString('ar')} غيرها`,
  download: 'تنزيل',
  playVoice: 'تشغيل الرسالة الصوتية',
  pauseVoice: 'إيقاف الرسالة الصوتية مؤقتًا',
  voiceSpeed: (speed) => `السرعة ${speed.toLocaleString('ar')}×`,
  seekVoice: 'الموضع في الرسالة الصوتية',
  heard: (name, text) => `${name}: ${text}`,
};
