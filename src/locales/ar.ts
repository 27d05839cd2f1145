import type { Terms } from '../lit/localize.js';
import { later } from './ar-later.js';
import { plural } from './ar-plural.js';
import { rows } from './ar-rows.js';

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

  // What a message is
  messageUnsupported: 'لا يمكن عرض هذه الرسالة هنا',

  // Lists
  listClear: 'مسح البحث',

  // chat-conversations
  chats: 'المحادثات',
  chatsAll: 'الكل',
  chatsUnread: 'غير مقروءة',
  chatsGroups: 'المجموعات',
  chatsShow: 'عرض',
  chatNew: 'محادثة جديدة',
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
  composerFailed: 'لم يُحمَّل',

  // chat-emoji-picker
  emoji: 'رموز تعبيرية',

  // chat-message
  stateHeld: 'بانتظار المراجعة',
  replyInThread: 'رد في سلسلة',

  // chat-messages
  newMessages: 'جديد',
  loadOlder: 'تحميل رسائل أقدم',
  loadNewer: 'تحميل رسائل أحدث',
  conversationStart: (name) => `هذه بداية محادثتك مع ${name}.`,
  groupStart: (name) => `هذه بداية ${name}.`,

  ...rows,
  ...later,
};
