import type { Terms } from '../lit/localize.js';

const rules = new Intl.PluralRules('ar');
interface Forms {
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
}

/** One and two are words of their own; 3 to 10 take the plural, 11 to 99 and hundreds their own singular forms. */
const plural = (count: number, { one, two, few, many }: Forms, other = one) => {
  const number = count.toLocaleString('ar');
  switch (rules.select(count)) {
    case 'one':
      return one;
    case 'two':
      return two;
    case 'few':
      return `${number} ${few}`;
    case 'many':
      return `${number} ${many}`;
    default:
      return `${number} ${other}`;
  }
};

export const ar: Terms = {
  $code: 'ar',
  $name: 'العربية',
  $dir: 'rtl',

  // Everywhere
  retry: 'حاول مجددًا',
  cancel: 'إلغاء',
  close: 'إغلاق',
  back: 'رجوع',
  more: 'المزيد',
  search: 'بحث',
  you: 'أنت',
  online: 'متصل',
  offline: 'غير متصل',
  loading: 'جارٍ التحميل…',
  somethingWrong: 'حدث خطأ ما',

  // Connection
  connectionLost: 'لا يوجد اتصال. سيُرسَل ما تكتبه عند عودته.',
  connecting: 'جارٍ الاتصال…',
  signedOut: 'لقد سُجّل خروجك.',

  // People
  membersCount: (count) =>
    plural(count, { one: 'عضو واحد', two: 'عضوان', few: 'أعضاء', many: 'عضوًا' }, 'عضو'),
  onlineCount: (count) => `${count.toLocaleString('ar')} متصل`,

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
};
