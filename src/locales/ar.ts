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

const characters: Forms = { one: 'حرف واحد', two: 'حرفين', few: 'أحرف', many: 'حرفًا' };
const people: Forms = { one: 'شخص واحد', two: 'شخصين', few: 'أشخاص', many: 'شخصًا' };

const newForms: Forms = {
  one: 'رسالة جديدة',
  two: 'رسالتان جديدتان',
  few: 'رسائل جديدة',
  many: 'رسالة جديدة',
};
/** Why something failed, by the code of the error. */
const reasons: Readonly<Record<string, string>> = {
  offline: 'لا يوجد اتصال.',
  timeout: 'لم يُجب الخادم.',
  'rate-limited': 'رسائل كثيرة في وقت قصير.',
  unavailable: 'تعذّر الوصول إلى الخادم.',
  storage: 'لا توجد مساحة كافية على هذا الجهاز.',
  invalid: 'لم يقبلها الخادم.',
  'too-long': 'النص أطول من المسموح.',
  'too-large': 'الملفات أكبر من المسموح.',
  limit: 'بُلِغ الحد الأقصى.',
  unsupported: 'هذا غير ممكن هنا.',
  unauthenticated: 'لقد سُجّل خروجك.',
  'token-deleted': 'أُنهيت هذه الجلسة.',
  deactivated: 'عُطّل هذا الحساب.',
  forbidden: 'لا يُسمح لك بذلك.',
  'not-found': 'لم يعد موجودًا.',
  'already-exists': 'موجود مسبقًا.',
  'not-a-member': 'لست عضوًا في هذه المجموعة.',
  banned: 'أنت محظور من هذه المجموعة.',
  blocked: 'لا يمكن مراسلة هذا الشخص.',
  'wrong-password': 'كلمة المرور غير صحيحة.',
  conflict: 'تغيّر في هذه الأثناء.',
  moderated: 'أوقفها الإشراف.',
};

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
  cancel: 'إلغاء',
  close: 'إغلاق',
  back: 'رجوع',
  more: 'المزيد',
  search: 'بحث',
  you: 'أنت',
  online: 'متصل',
  offline: 'غير متصل',
  loading: 'جارٍ التحميل…',
  comma: (one, other) => `${one}، ${other}`,

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
  messageEmpty: 'رسالة فارغة',
  messageUnsupported: 'لا يمكن عرض هذه الرسالة هنا',
  messagePhotos: (count) =>
    plural(count, { one: 'صورة', two: 'صورتان', few: 'صور', many: 'صورة' }, 'صورة'),
  messageVideos: (count) =>
    plural(count, { one: 'فيديو', two: 'مقطعا فيديو', few: 'مقاطع فيديو', many: 'مقطع فيديو' }),
  messageFiles: (count) =>
    plural(count, { one: 'ملف واحد', two: 'ملفان', few: 'ملفات', many: 'ملفًا' }, 'ملف'),
  messageVoice: (duration) => (duration ? `رسالة صوتية (${duration})` : 'رسالة صوتية'),
  actionCreated: (by) => `أنشأ ${by} المجموعة`,
  runCame: (names) => `انضمّ ${names}`,
  runWent: (names) => `غادر ${names}`,
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
  listActions: (name) => `إجراءات ${name}`,
  listNothing: (search) => `لا نتائج عن «${search}»`,
  listClear: 'مسح البحث',
  listResults: (count) =>
    plural(count, { one: 'نتيجة واحدة', two: 'نتيجتان', few: 'نتائج', many: 'نتيجة' }, 'نتيجة'),
  listRestFailed: 'تعذّر تحميل البقية.',
  listFailed: 'تعذّر تحميل هذه القائمة.',

  // chat-conversations
  chats: 'المحادثات',
  chatsAll: 'الكل',
  chatsUnread: 'غير مقروءة',
  chatsGroups: 'المجموعات',
  chatsShow: 'عرض',
  chatsNone: 'لا محادثات بعد',
  chatsNoneUnread: 'لقد قرأت كل شيء',
  chatsNoneGroups: 'لست في أي مجموعة بعد',
  chatsNoneTagged: 'لا محادثة بهذا الوسم',
  chatsShowAll: 'عرض كل المحادثات',
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
  chatPin: 'تثبيت',
  chatUnpin: 'إلغاء التثبيت',
  chatMute: 'كتم',
  chatUnmute: 'إلغاء الكتم',
  chatMarkRead: 'تعليم كمقروءة',
  chatDelete: 'حذف المحادثة',
  chatDeleteAsk: (name) => `حذف المحادثة مع ${name}؟`,
  chatDeleteText: 'تختفي لديك وحدك، وتعيدها أي رسالة جديدة دون ما سبقها.',
  stateSending: 'قيد الإرسال',
  stateFailed: 'لم تُرسَل',
  stateSent: 'أُرسلت',
  stateDelivered: 'وصلت',
  stateRead: 'قُرئت',

  // chat-users
  people: 'الأشخاص',
  peopleOthers: 'غير متصلين',
  peopleNone: 'لا أحد هنا بعد',
  peopleNoneOnline: 'لا أحد متصل',
  peopleBlocked: 'المحظورون',
  peopleNoneBlocked: 'لم تحظر أحدًا',
  peopleReload: 'تحديث',
  personBlocked: 'محظور',
  personMessage: 'مراسلة',
  personBlock: 'حظر',
  personUnblock: 'إلغاء الحظر',
  personBlockAsk: (name) => `حظر ${name}؟`,
  personBlockText: 'لن يستطيع أيٌّ منكما مراسلة الآخر أو الاتصال به أو رؤية حالة اتصاله.',

  // chat-groups
  groups: 'المجموعات',
  groupsNone: 'لا مجموعات بعد',
  groupPublic: 'مجموعة عامة',
  groupPassword: 'مجموعة بكلمة مرور',
  groupPrivate: 'مجموعة خاصة',
  groupJoin: 'انضمام',
  groupJoinAsk: (name) => `انضمام إلى ${name}`,
  groupPasswordAsk: 'تتطلّب هذه المجموعة كلمة مرور.',
  groupPasswordWrong: 'كلمة المرور غير صحيحة. تحقّق منها وحاول مجددًا.',
  groupNew: 'مجموعة جديدة',
  groupName: 'الاسم',
  groupNameNeeded: 'أدخل اسمًا للمجموعة.',
  groupKind: 'من يمكنه الانضمام',
  groupKindPublic: 'الجميع',
  groupKindPassword: 'من يعرف كلمة المرور',
  groupKindPrivate: 'من تُضيفه فقط',
  groupPasswordLabel: 'كلمة المرور',
  groupPasswordNeeded: 'اختر كلمة مرور للمجموعة.',
  groupDescription: 'الوصف',
  groupMembersFirst: 'الأعضاء الأوائل',
  groupCreate: 'إنشاء المجموعة',
  groupEdit: 'تعديل المجموعة',
  groupSave: 'حفظ',

  // chat-group-members
  members: 'الأعضاء',
  memberOwner: 'المالك',
  memberAdmin: 'مدير',
  memberModerator: 'مشرف',
  memberAdmins: 'المديرون',
  memberModerators: 'المشرفون',
  memberParticipants: 'المشاركون',
  memberYou: (name) => `${name} (أنت)`,
  memberMake: (scope) =>
    `تعيين ${{ admin: 'مديرًا', moderator: 'مشرفًا', participant: 'مشاركًا' }[scope]}`,
  memberTransfer: 'تعيين مالكًا',
  memberTransferAsk: (name) => `جعل ${name} مالكًا للمجموعة؟`,
  memberTransferText: 'تبقى مديرًا، ولن ينقل الملكية بعد ذلك إلا المالك الجديد.',
  memberKick: 'إزالة من المجموعة',
  memberKickAsk: (name) => `إزالة ${name} من المجموعة؟`,
  memberKickText: 'يمكنه الانضمام مجددًا ما لم تكن المجموعة خاصة.',
  memberBan: 'حظر',
  memberBanAsk: (name) => `حظر ${name}؟`,
  memberBanText: 'يغادر المجموعة ولا يمكنه الانضمام حتى يُلغى حظره.',
  memberUnban: 'إلغاء الحظر',
  membersBanned: 'المحظورون',
  membersNone: 'لا أعضاء هنا',
  membersNoneBanned: 'لا أحد محظور',
  membersAdd: 'إضافة أعضاء',
  memberAlready: 'عضو بالفعل',
  memberBanned: 'محظور من هذه المجموعة',
  membersAddSome: (count) => (count === 0 ? 'إضافة' : `إضافة ${count.toLocaleString('ar')}`),
  membersAddLimit: (count) => `${count.toLocaleString('ar')} على الأكثر في المرة الواحدة.`,
  membersNotAdded: (names) => `تعذّرت إضافة: ${names}`,

  // chat-header and chat-details
  details: 'التفاصيل',
  lastSeen: (when) => `آخر ظهور ${when}`,
  lastSeenNow: 'الآن',
  lastSeenToday: (time) => `اليوم ${time}`,
  lastSeenYesterday: (time) => `أمس ${time}`,
  groupLeave: 'مغادرة المجموعة',
  groupLeaveAsk: (name) => `مغادرة ${name}؟`,
  groupLeaveText: 'لن تصلك رسائلها بعد الآن.',
  groupDelete: 'حذف المجموعة',
  groupDeleteAsk: (name) => `حذف ${name} للجميع؟`,
  groupDeleteText: 'تُحذف المجموعة وكل رسائلها لجميع الأعضاء.',
  status: 'الحالة',
  tags: 'الوسوم',
  personLink: 'الرابط',
  personRole: 'الدور',
  personFriendship: 'الصداقة',
  personFriend: 'أنتما صديقان',
  groupLarge: 'مجموعة كبيرة',
  groupWithout: (kinds) => {
    const names = {
      receipts: 'إيصالات القراءة',
      unread: 'عدد غير المقروء',
      typing: 'من يكتب الآن',
    };
    return `لا يظهر في مجموعة بهذا الحجم: ${kinds.map((kind) => names[kind]).join('، ')}.`;
  },

  // chat-messenger
  tagsText: 'تراها أنت وحدك، وتجد بها محادثاتك.',
  tagsOwn: 'وسومك',
  tagNew: 'وسوم جديدة، تفصل بينها فواصل',
  tagTooLong: (most) => `الوسم لا يزيد على ${most} حرفًا.`,
  tagTooMany: (most) => `للمحادثة ${most} وسمًا على الأكثر.`,
  profile: 'ملفك الشخصي',
  profilePicture: 'رابط لصورة',
  profilePick: 'اختيار صورة',
  profileUnpick: 'إزالة الصورة',
  profileNoPicture: 'تعذّرت قراءة هذا الملف كصورة.',
  profileNameNeeded: 'اكتب اسمك.',
  profileAddress: 'هذا ليس عنوانًا على الويب. يبدأ العنوان بـ https://.',
  profileOffline: 'لا يوجد اتصال. يمكنك تعديل ملفك عند عودته.',
  profileFixed: 'دورك لا يسمح بتعديل ملفك الشخصي.',
  signOut: 'تسجيل الخروج',
  signOutAsk: 'تسجيل الخروج؟',
  signOutText: 'لن يصلك شيء على هذا الجهاز حتى تسجّل الدخول من جديد.',
  messengerPick: 'اختر محادثة',
  messengerPickText: 'أو ابدأ محادثة جديدة مع أشخاص أو مجموعات.',
  messengerSignedOut: 'سُجّل خروجك',
  messengerSignedOutText: 'سجّل الدخول لترى محادثاتك.',
  messengerSignInFailed: 'تعذّر تسجيل الدخول',
  messengerNoAccount: 'لا يوجد حساب كهذا.',

  // chat-composer
  composerPlaceholder: (name) => `رسالة إلى ${name}`,
  composerNobody: 'اختر محادثة للكتابة',
  composerAttach: 'إضافة صور أو ملفات',
  composerMedia: 'صورة أو فيديو',
  composerFile: 'ملف',
  composerVoice: 'تسجيل رسالة صوتية',
  composerSend: 'إرسال',
  composerSave: 'حفظ التغييرات',
  composerEditing: 'تعديل رسالتك',
  composerReplying: (name) => `الرد على ${name}`,
  composerReplyingSelf: 'الرد على نفسك',
  composerGone: 'لم تعد الرسالة موجودة',
  composerStopReply: 'إلغاء الرد',
  composerStopEdit: 'إلغاء التعديل',
  composerDeleteText: 'بدون نص لن يبقى منها شيء.',
  composerLeft: (count) =>
    count < 0
      ? `النص أطول من الحد بمقدار ${plural(-count, characters, 'حرف')}`
      : `الأحرف المتبقية: ${count.toLocaleString('ar')}`,
  composerAsFile: 'إرسال كملف',
  composerDrop: 'أفلت الملفات لإرفاقها',
  composerSuggestions: 'اقتراحات',
  composerSuggestionCount: (count) =>
    plural(
      count,
      { one: 'اقتراح واحد', two: 'اقتراحان', few: 'اقتراحات', many: 'اقتراحًا' },
      'اقتراح',
    ),
  composerEveryone: 'كل من في هذه المجموعة',
  composerFileType: (name) => `لم يُضَف «${name}»: هذا النوع من الملفات غير مقبول هنا`,
  composerFileHere: (name) => `لم يُضَف «${name}»: لا يمكنك إرسال الملفات هنا`,
  composerFileEmpty: (name) => `لم يُضَف «${name}»: الملف فارغ`,
  composerFileSize: (name, most) => `لم يُضَف «${name}»: الحد الأقصى لمجموع الملفات ${most}`,
  composerFileCount: (name, most) =>
    `لم يُضَف «${name}»: الحد الأقصى لعدد الملفات في الرسالة ${most.toLocaleString('ar')}`,

  // chat-voice-recorder
  voiceMessage: 'رسالة صوتية',
  voiceRecording: 'جارٍ التسجيل',
  voiceDiscard: 'تجاهل التسجيل',
  voiceStop: 'إيقاف التسجيل',
  voiceSlide: 'اسحب للإلغاء',
  voiceRefused: 'تعذّر استخدام الميكروفون. اسمح به لهذه الصفحة في متصفحك ثم حاول مرة أخرى.',

  // chat-composer-notice
  noticeNotMember: 'لست عضوًا في هذه المجموعة.',
  noticeJoin: 'انضمام',
  noticePassword: 'كلمة مرور المجموعة',
  noticeBanned: 'أنت محظور من هذه المجموعة.',
  noticeGone: 'لم تعد هذه المحادثة موجودة.',
  noticeBlocked: (name) => `لقد حظرت ${name}.`,
  noticeUnblock: 'إلغاء الحظر',
  noticeDeactivated: (name) => `حساب ${name} غير نشط، ولم يعد ممكنًا إرسال الرسائل إليه.`,
  noticeRefused: (name) => `لا يمكنك مراسلة ${name}.`,
  noticeReadOnly: 'لا يمكنك الكتابة في هذه المجموعة.',
  noticeRole: 'يمكنك القراءة هنا. دورك لا يسمح بالكتابة.',

  // chat-attachment-tray
  trayFiles: 'المرفقات',
  trayRemove: (name) => `إزالة ${name}`,
  trayMoved: (name, at, of) => `${name}، ${at.toLocaleString('ar')} من ${of.toLocaleString('ar')}`,
  trayDescribe: (name) => `وصف ${name}`,
  trayDescription: (name) => `وصف ${name} لمن لا يستطيع رؤيته`,

  // chat-emoji-picker
  emoji: 'رموز تعبيرية',
  emojiSearch: 'البحث في الرموز التعبيرية',
  emojiTone: 'لون البشرة',
  emojiToneName: (tone) =>
    ['بدون لون بشرة', 'فاتح', 'فاتح متوسط', 'متوسط', 'داكن متوسط', 'داكن'][tone] ?? '',
  emojiCategories: 'الفئات',
  emojiResults: 'النتائج',
  emojiNone: 'لا توجد رموز مطابقة',
  emojiNoneUsed: 'ستظهر هنا الرموز التي تستخدمها',
  emojiFailed: 'تعذر تحميل الرموز التعبيرية.',
  emojiFrequent: 'الأكثر استخدامًا',
  emojiSmileys: 'الوجوه والمشاعر',
  emojiPeople: 'الأشخاص',
  emojiNature: 'الحيوانات والطبيعة',
  emojiFood: 'الطعام والشراب',
  emojiTravel: 'السفر والأماكن',
  emojiActivities: 'الأنشطة',
  emojiObjects: 'الأشياء',
  emojiSymbols: 'الرموز',
  emojiFlags: 'الأعلام',

  // chat-message
  copyCode: 'نسخ الشيفرة',
  copied: 'تم النسخ',
  linkLeadsTo: (domain) => `(يؤدي إلى ${domain})`,
  openPicture: (name) => `فتح الصورة: ${name}`,
  morePictures: (count) => `و${count.toLocaleString('ar')} غيرها`,
  playVoice: 'تشغيل الرسالة الصوتية',
  pauseVoice: 'إيقاف الرسالة الصوتية مؤقتًا',
  voiceSpeed: (speed) => `السرعة ${speed.toLocaleString('ar')}×`,
  seekVoice: 'الموضع في الرسالة الصوتية',
  addReaction: 'إضافة تفاعل',
  others: (count) =>
    plural(count, { one: 'شخص آخر', two: 'شخصان آخران', few: 'آخرون', many: 'آخر' }, 'آخر'),
  quoteGone: 'لم تعد الرسالة الأصلية موجودة',
  edited: 'معدّلة',
  pinned: 'مثبّتة',
  saved: 'محفوظة',
  statePending: 'قيد الإرسال',
  stateHeld: 'بانتظار المراجعة',
  notSent: 'لم تُرسَل.',
  discard: 'تجاهل',
  willSend: 'ستُرسَل عند عودة الاتصال',
  stillSending: 'ما زال الإرسال جاريًا…',
  sendsIn: (seconds) => `ستُرسَل بعد ${seconds} ث.`,
  replies: (count) =>
    plural(count, { one: 'رد واحد', two: 'ردّان', few: 'ردود', many: 'ردًّا' }, 'رد'),
  showMore: 'عرض المزيد',
  showLess: 'عرض أقل',
  messageActions: 'إجراءات الرسالة',
  react: 'تفاعل',
  reply: 'رد',
  replyInThread: 'رد في سلسلة',
  copyText: 'نسخ النص',
  edit: 'تعديل',
  messageInfo: 'معلومات الرسالة',
  markUnread: 'تعليم كغير مقروءة',
  report: 'إبلاغ',
  delete: 'حذف',

  // chat-messages
  messages: 'الرسائل',
  newMessages: 'جديد',
  loadOlder: 'تحميل رسائل أقدم',
  loadNewer: 'تحميل رسائل أحدث',
  olderFailed: 'تعذّر تحميل الرسائل الأقدم.',
  newerFailed: 'تعذّر تحميل الرسائل الأحدث.',
  messagesFailed: 'تعذّر تحميل الرسائل.',
  conversationStart: (name) => `هذه بداية محادثتك مع ${name}.`,
  groupStart: (name) => `هذه بداية ${name}.`,
  emptyConversation: 'لا توجد رسائل بعد',
  emptyConversationHint: (name) => `ألقِ التحية على ${name}.`,
  sayHello: 'ألقِ التحية',
  hello: 'مرحبًا! 👋',
  noConversation: 'اختر محادثة',
  noConversationHint: 'ستظهر رسائلها هنا.',
  toLatest: 'الانتقال إلى أحدث رسالة',
  toPlace: 'العودة إلى حيث كنت',
  newSince: (count, time) => `${plural(count, newForms, 'رسالة جديدة')} منذ ${time}`,
  newSinceDismiss: 'تعليم الكل كمقروء',
  toUnseen: (count) => `${plural(count, newForms, 'رسالة جديدة')}، الانتقال إلى أولها`,
  unseen: (count) =>
    `${count > 99 ? `+${(99).toLocaleString('ar')}` : count.toLocaleString('ar')} جديد`,
  typingOne: (name) => `${name} يكتب`,
  typingTwo: (a, b) => `${a} و${b} يكتبان`,
  typingMany: 'عدة أشخاص يكتبون',
  heard: (name, text) => `${name}: ${text}`,
  heardMany: (count, names) => `${plural(count, newForms, 'رسالة جديدة')} من ${names}`,
  heardFailed: 'تعذّر إرسال رسالة.',
  messageMissing: 'لم تعد تلك الرسالة موجودة.',
  deleteTitle: 'حذف هذه الرسالة؟',
  deleteText: 'ستختفي لدى الجميع.',

  // chat-search, chat-pinned-messages, chat-saved-messages, chat-threads
  searchMessages: 'البحث في الرسائل',
  searchWhere: 'أين',
  searchHere: 'هذه المحادثة',
  searchEverywhere: 'كل المحادثات',
  searchKind: (kind) =>
    ({
      image: 'صور',
      video: 'مقاطع مصورة',
      audio: 'صوتيات',
      file: 'ملفات',
      link: 'روابط',
      mention: 'إشارات',
    })[kind],
  searchIdle: 'ابحث في الرسائل',
  searchIdleText: 'اكتب كلمة، أو اختر ما تحمله الرسائل.',
  searchNone: 'لم يُعثر على شيء',
  searchAt: (at, of) => `${at} من ${of}`,
  searchPrevious: 'النتيجة السابقة',
  searchNext: 'النتيجة التالية',
  pinnedMessages: 'الرسائل المثبّتة',
  pinnedNone: 'لا شيء مثبّت',
  pinnedNoneText: 'ما يُثبَّت هنا يراه كل من في هذه المحادثة.',
  savedMessages: 'الرسائل المحفوظة',
  savedNone: 'لا شيء محفوظ',
  savedNoneText: 'ما تحفظه يبقى لك وحدك، من كل المحادثات.',
  threads: 'سلاسل الردود',
  threadsMine: 'سلاسلي',
  threadsNone: 'لا سلاسل ردود بعد',
  threadsNoneText: 'تجتمع هنا الردود تحت الرسالة التي تجيب عنها.',
  messagePin: 'تثبيت الرسالة',
  messageUnpin: 'إلغاء تثبيت الرسالة',
  messageSave: 'حفظ الرسالة',
  messageUnsave: 'إزالة من المحفوظات',
  replyInThreadNote: 'ردّ في سلسلة',

  // chat-thread
  thread: 'سلسلة الردود',
  threadFollow: 'أخبرني بالردود',
  threadFollowing: 'ستُخبَر بالردود',
  threadEmpty: 'لا توجد ردود بعد',
  threadGone: 'لم تعد سلسلة الردود هذه موجودة',
  threadGoneText: 'أُزيلت رسالتها الأولى، أو لا يحق لك رؤيتها.',

  // chat-message-info
  infoRead: 'قرأها',
  infoDelivered: 'وصلت إلى',
  infoWaiting: 'لم تصل إلى أحد بعد.',
  infoSentAt: (time) => `أُرسلت ${time}`,

  // chat-report
  reportTitle: 'الإبلاغ عن هذه الرسالة',
  reportReason: 'ما المشكلة فيها؟',
  reportReasonName: (id, name) =>
    ({
      spam: 'رسائل مزعجة',
      harassment: 'مضايقة',
      sexual: 'محتوى جنسي',
      violence: 'عنف',
      other: 'سبب آخر',
    })[id] ?? name,
  reportRemark: 'هل تود إضافة شيء؟ (اختياري)',
  reportSent: 'شكرًا لك. تم الإبلاغ عن الرسالة.',

  // chat-viewer
  viewer: 'عارض الصور',
  previousPicture: 'السابق',
  nextPicture: 'التالي',
  zoom: 'تكبير',
  download: 'تنزيل',

  // Calls
  calls: 'المكالمات',
  callVoice: 'مكالمة صوتية',
  callVideo: 'مكالمة فيديو',
  callNote: (how, video) => (callNotes[how] ?? callNotes['ended']!)[video ? 1 : 0],
  callIncoming: (video) => (video ? 'مكالمة فيديو واردة' : 'مكالمة صوتية واردة'),
  callFrom: (name, video) => `مكالمة ${video ? 'فيديو' : 'صوتية'} واردة من ${name}`,
  callReach: 'اضغط F6 للرد.',
  callWith: (name, video) => `مكالمة ${video ? 'فيديو' : 'صوتية'} مع ${name}`,
  callTo: (name, video) => `الاتصال بـ${name} (${video ? 'فيديو' : 'صوت'})`,
  callAccept: 'قبول',
  callDecline: 'رفض',
  callEnd: 'إنهاء',
  callJoin: 'انضمام',
  callReturn: 'عودة',
  callMinimize: 'تصغير المكالمة',
  callExpand: 'إظهار المكالمة',
  callAgain: 'اتصال مجددًا',
  callBack: 'معاودة الاتصال',
  callCalling: 'جارٍ الاتصال…',
  callWaiting: 'في انتظار انضمام الآخرين…',
  callOngoing: 'في مكالمة',
  callDuration: 'المدة',
  callDeclined: 'رُفضت المكالمة',
  callBusy: 'في مكالمة أخرى',
  callNoAnswer: 'لا رد',
  callNobody: 'لم ينضم أحد',
  callEnded: 'انتهت المكالمة',
  callFailed: 'تعذّر إجراء المكالمة',
  callActive: 'أنت في مكالمة',
  callPeople: (count) => plural(count, people),
  callsMissed: 'الفائتة',
  callsNone: 'لا توجد مكالمات بعد',
  callsNoneText: 'تظهر هنا المكالمات مع الأشخاص والمجموعات.',
  callsNoneMissed: 'لا توجد مكالمات فائتة',
  callsShowAll: 'عرض كل المكالمات',
  callInward: 'واردة',
  callOutward: 'صادرة',

  // Errors, by code
  errorReason: (code) => reasons[code] ?? 'حدث خطأ ما.',
};
