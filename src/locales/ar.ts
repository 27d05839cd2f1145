import type { Terms } from '../lit/localize.js';
import { later } from './ar-later.js';
import { plural } from './ar-plural.js';

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

export const ar: Terms = {
  $code: 'ar',
  $name: 'العربية',
  $dir: 'rtl',

  // Everywhere
  retry: 'حاول مجددًا',
  more: 'المزيد',
  search: 'بحث',
  you: 'أنت',
  online: 'متصل',
  offline: 'غير متصل',
  loading: 'جارٍ التحميل…',
  discard: 'تجاهل',
  react: 'تفاعل',
  reply: 'رد',
  delete: 'حذف',
  people: 'الأشخاص',
  groups: 'المجموعات',
  status: 'الحالة',
  connecting: 'جارٍ الاتصال…',
  signedOut: 'لقد سُجّل خروجك.',

  // message-preview
  messageDeleted: 'حُذفت هذه الرسالة',
  messageUnsupported: 'لا يمكن عرض هذه الرسالة هنا',
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

  // Lists
  listClear: 'مسح البحث',

  // chat-conversations
  chats: 'المحادثات',
  chatsAll: 'الكل',
  chatsUnread: 'غير مقروءة',
  chatsGroups: 'المجموعات',
  chatsShow: 'عرض',
  chatNew: 'محادثة جديدة',
  chatDraft: 'مسودة:',
  chatTyping: 'يكتب…',
  chatTypingNames: (names) =>
    names.length === 1
      ? `${names[0]} يكتب…`
      : names.length === 2
        ? `${names[0]} و${names[1]} يكتبان…`
        : 'عدة أشخاص يكتبون…',
  chatUnreadCount: (count) =>
    plural(
      count,
      {
        one: 'رسالة غير مقروءة',
        two: 'رسالتان غير مقروءتين',
        few: 'رسائل غير مقروءة',
        many: 'رسالة غير مقروءة',
      },
      'رسالة غير مقروءة',
    ),
  chatMentioned: 'ذُكر اسمك',
  chatPinned: 'مثبّتة',
  chatMuted: 'مكتومة',
  chatToday: 'اليوم',
  chatYesterday: 'أمس',
  stateSending: 'قيد الإرسال',
  stateFailed: 'لم تُرسَل',
  stateSent: 'أُرسلت',
  stateDelivered: 'وصلت',
  stateRead: 'قُرئت',

  // chat-composer
  composerPlaceholder: (name) => (name ? `رسالة إلى ${name}` : 'رسالة'),
  composerNobody: 'اختر محادثة للكتابة',
  composerAttach: 'إضافة صور أو ملفات',
  composerVoice: 'تسجيل رسالة صوتية',
  composerSend: 'إرسال',
  composerSave: 'حفظ التغييرات',

  // chat-emoji-picker
  emoji: 'رموز تعبيرية',

  // chat-message
  stateHeld: 'بانتظار المراجعة',
  messageVeiled: 'من شخص حظرته.',
  replyInThread: 'رد في سلسلة',

  // chat-messages
  messages: 'الرسائل',
  newMessages: 'جديد',
  loadOlder: 'تحميل رسائل أقدم',
  loadNewer: 'تحميل رسائل أحدث',
  conversationStart: (name) => `هذه بداية محادثتك مع ${name}.`,
  groupStart: (name) => `هذه بداية ${name}.`,

  // Calls
  callNote: (how, video) => (callNotes[how] ?? callNotes['ended']!)[video ? 1 : 0],

  ...later,
};
