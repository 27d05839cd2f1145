import type { Terms } from '../lit/localize.js';
import { plural, type Forms } from './ar-plural.js';
import { unseen } from './ar-rows.js';
import type { Later } from './en-later.js';

const people: Forms = { one: 'شخص واحد', two: 'شخصين', few: 'أشخاص', many: 'شخصًا' };
const characters: Forms = { one: 'حرف واحد', two: 'حرفين', few: 'أحرف', many: 'حرفًا' };
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

/** What `en-later.ts` says. */
export const later: Pick<Terms, keyof Later> = {
  // Everywhere
  back: 'رجوع',
  close: 'إغلاق',
  cancel: 'إلغاء',

  // chat-message
  copyCode: 'نسخ الشيفرة',
  linkLeadsTo: (domain) => `(يؤدي إلى ${domain})`,

  // People
  lastSeenNow: 'الآن',
  lastSeenToday: (time) => `اليوم ${time}`,
  lastSeenYesterday: (time) => `أمس ${time}`,
  membersCount: (count) =>
    plural(count, { one: 'عضو واحد', two: 'عضوان', few: 'أعضاء', many: 'عضوًا' }, 'عضو'),
  onlineCount: (count) => `${count.toLocaleString('ar')} متصل`,

  // chat-conversations
  chatsNone: 'لا محادثات بعد',
  chatsNoneUnread: 'لقد قرأت كل شيء',
  chatsNoneGroups: 'لست في أي مجموعة بعد',
  chatsNoneTagged: 'لا محادثة بهذا الوسم',
  chatsShowAll: 'عرض كل المحادثات',
  groupNew: 'مجموعة جديدة',
  chatPin: 'تثبيت',
  chatUnpin: 'إلغاء التثبيت',
  chatMute: 'كتم',
  chatUnmute: 'إلغاء الكتم',
  chatMarkRead: 'تعليم كمقروءة',
  chatDelete: 'حذف المحادثة',
  chatDeleteAsk: (name) => `حذف المحادثة مع ${name}؟`,
  chatDeleteText: 'تختفي لديك وحدك، وتعيدها أي رسالة جديدة دون ما سبقها.',

  // chat-users
  personOffline: 'غير متصل',
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
  groupsNone: 'لا مجموعات بعد',
  groupPublic: 'مجموعة عامة',
  groupPassword: 'مجموعة بكلمة مرور',
  groupPrivate: 'مجموعة خاصة',
  groupJoin: 'انضمام',
  groupJoinAsk: (name) => `انضمام إلى ${name}`,
  groupPasswordAsk: 'تتطلّب هذه المجموعة كلمة مرور.',
  groupPasswordWrong: 'كلمة المرور غير صحيحة. تحقّق منها وحاول مجددًا.',
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
  membersPick: 'اختر مجموعة',
  membersPickText: 'يظهر أعضاؤها هنا.',
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
  groupLeave: 'مغادرة المجموعة',
  groupLeaveAsk: (name) => `مغادرة ${name}؟`,
  groupLeaveText: 'لن تصلك رسائلها بعد الآن.',
  groupDelete: 'حذف المجموعة',
  groupDeleteAsk: (name) => `حذف ${name} للجميع؟`,
  groupDeleteText: 'تُحذف المجموعة وكل رسائلها لجميع الأعضاء.',
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

  // chat-tags
  tagsText: 'تراها أنت وحدك، وتجد بها محادثاتك.',
  tagsOwn: 'وسومك',
  tagNew: 'وسوم جديدة، تفصل بينها فواصل',
  tagTooLong: (most) => `الوسم لا يزيد على ${most} حرفًا.`,
  tagTooMany: (most) => `للمحادثة ${most} وسمًا على الأكثر.`,

  // chat-me and chat-profile
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
  signInAs: (name) => `الدخول باسم ${name}`,
  signOutAsk: 'تسجيل الخروج؟',
  signOutText: 'لن يصلك شيء على هذا الجهاز حتى تسجّل الدخول من جديد.',

  // Connection
  connectionLost: 'لا يوجد اتصال. سيُرسَل ما تكتبه عند عودته.',
  // chat-messenger
  messengerPick: 'اختر محادثة',
  messengerPickText: 'أو ابدأ محادثة جديدة مع أشخاص أو مجموعات.',
  messengerSignedOut: 'سُجّل خروجك',
  messengerSignedOutText: 'سجّل الدخول لترى محادثاتك.',
  messengerSignInFailed: 'تعذّر تسجيل الدخول',
  messengerNoAccount: 'لا يوجد حساب كهذا.',

  // chat-composer
  composerSuggestions: 'اقتراحات',
  composerSuggestionCount: (count) =>
    plural(
      count,
      { one: 'اقتراح واحد', two: 'اقتراحان', few: 'اقتراحات', many: 'اقتراحًا' },
      'اقتراح',
    ),
  composerMedia: 'صورة أو فيديو',
  composerFile: 'ملف',
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
  composerFileType: (name) => `لم يُضَف «${name}»: هذا النوع من الملفات غير مقبول هنا`,
  composerFileHere: (name) => `لم يُضَف «${name}»: لا يمكنك إرسال الملفات هنا`,
  composerFileEmpty: (name) => `لم يُضَف «${name}»: الملف فارغ`,
  composerFileSize: (name, most) => `لم يُضَف «${name}»: الحد الأقصى لمجموع الملفات ${most}`,
  composerFileCount: (name, most) =>
    `لم يُضَف «${name}»: الحد الأقصى لعدد الملفات في الرسالة ${most.toLocaleString('ar')}`,
  composerNotLoaded: 'تعذّر تحميل هذا. إن استمر ذلك فأعد تحميل الصفحة.',
  composerBroadcast: 'إرسال إلى المحادثة أيضًا',
  composerEveryone: 'كل من في هذه المجموعة',

  // chat-voice-recorder
  voiceRefused: 'تعذّر استخدام الميكروفون. اسمح به لهذه الصفحة في متصفحك ثم حاول مرة أخرى.',
  voiceMessage: 'رسالة صوتية',
  voiceRecording: 'جارٍ التسجيل',
  voiceDiscard: 'تجاهل التسجيل',
  voiceStop: 'إيقاف التسجيل',
  voiceSlide: 'اسحب للإلغاء',

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

  // chat-messages, its name
  messages: 'الرسائل',

  // chat-attachment-tray
  trayFiles: 'المرفقات',
  trayAdded: (names) => `أُرفق: ${names}`,
  trayRemove: (name) => `إزالة ${name}`,
  trayMoved: (name, at, of) => `${name}، ${at.toLocaleString('ar')} من ${of.toLocaleString('ar')}`,
  trayDescribe: (name) => `وصف ${name}`,
  trayDescription: (name) => `وصف ${name} لمن لا يستطيع رؤيته`,

  // chat-emoji-picker
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
  copyText: 'نسخ النص',
  messageInfo: 'معلومات الرسالة',
  whoReacted: 'من تفاعل',
  markUnread: 'تعليم كغير مقروءة',
  report: 'إبلاغ',

  // chat-messages
  newerFailed: 'تعذّر تحميل الرسائل الأحدث.',
  olderFailed: 'تعذّر تحميل الرسائل الأقدم.',
  notSent: 'لم تُرسَل.',
  editLost: 'لم يُحفظ تعديلك: حُذفت الرسالة.',
  willSend: 'ستُرسَل عند عودة الاتصال',
  stillSending: 'ما زال الإرسال جاريًا…',
  sendsIn: (seconds) => `ستُرسَل بعد ${seconds} ث.`,
  messagesFailed: 'تعذّر تحميل الرسائل.',
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
  toUnseen: (count) =>
    `${unseen(count)}، الانتقال إلى أول الرسائل الجديدة وعددها ${count.toLocaleString('ar')}`,
  typingOne: (name) => `${name} يكتب`,
  typingTwo: (a, b) => `${a} و${b} يكتبان`,
  typingMany: 'عدة أشخاص يكتبون',
  messageMissing: 'لم تعد تلك الرسالة موجودة.',
  threadEmpty: 'لا توجد ردود بعد',
  toDate: (day) => (day ? `${day}: الانتقال إلى تاريخ` : 'الانتقال إلى تاريخ'),
  dateWeek: 'قبل أسبوع',
  dateMonth: 'قبل شهر',
  dateYear: 'قبل سنة',
  dateFirst: 'أول رسالة',
  dateChoose: 'اختيار تاريخ…',
  dateDay: 'التاريخ',
  dateGo: 'انتقال',
  dateOutside: (first, last) => `اختر تاريخًا من ${first} إلى ${last}.`,
  messageActions: 'إجراءات الرسالة',
  heardMany: (count, names) => `${plural(count, newForms, 'رسالة جديدة')} من ${names}`,
  heardFailed: 'تعذّر إرسال رسالة.',
  deleteTitle: 'حذف هذه الرسالة؟',
  reportSent: 'شكرًا لك. تم الإبلاغ عن الرسالة.',
  copied: 'تم النسخ',
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
  messageUnpinned: 'أُلغي التثبيت',
  messageUnsaved: 'أُزيلت من الرسائل المحفوظة',
  messageDiscarded: 'تم تجاهل الرسالة',
  undo: 'تراجع',

  // chat-thread
  thread: 'سلسلة الردود',
  threadFollow: 'أخبرني بالردود',
  threadFollowing: 'ستُخبَر بالردود',
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

  // chat-viewer
  viewer: 'عارض الصور',
  previousPicture: 'السابق',
  nextPicture: 'التالي',
  zoom: 'تكبير',

  // chat-notifications
  notifyAsk: 'لا تفوّت أي رسالة',
  notifyAskText: 'اعرف من يكتب إليك وأنت في نافذة أو علامة تبويب أخرى.',
  notifyOn: 'تفعيل',
  notifyLater: 'ليس الآن',
  notifyDone: 'ستصلك إشعارات الرسائل الجديدة.',
  notifyBlocked: 'الإشعارات محظورة',
  notifyBlockedText: 'لتصلك إشعارات الرسائل الجديدة، اسمح بها لهذه الصفحة من إعدادات المتصفح.',
  notifyUnsupported: 'لا إشعارات هنا',
  notifyUnsupportedText: 'لا يستطيع هذا المتصفح إخبارك بالرسائل الجديدة وأنت في مكان آخر.',
  notifyClose: 'حسنًا',

  // Calls
  calls: 'المكالمات',
  callVoice: 'مكالمة صوتية',
  callVideo: 'مكالمة فيديو',
  callIncoming: (video) => (video ? 'مكالمة فيديو واردة' : 'مكالمة صوتية واردة'),
  callFrom: (name, video) => `مكالمة ${video ? 'فيديو' : 'صوتية'} واردة من ${name}`,
  callReach: 'اضغط F6 للرد.',
  callWith: (name, video) => `مكالمة ${video ? 'فيديو' : 'صوتية'} مع ${name}`,
  callTo: (name, video) => `الاتصال بـ${name} (${video ? 'فيديو' : 'صوت'})`,
  callAccept: 'قبول',
  callDecline: 'رفض',
  callEnd: 'إنهاء',
  callReturn: 'عودة',
  callMinimize: 'تصغير المكالمة',
  callExpand: 'إظهار المكالمة',
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

  // lists
  listNothing: (search) => `لا نتائج عن «${search}»`,
  listResults: (count, atLeast) =>
    (atLeast ? 'على الأقل ' : '') +
    plural(count, { one: 'نتيجة واحدة', two: 'نتيجتان', few: 'نتائج', many: 'نتيجة' }, 'نتيجة'),
  listRestFailed: 'تعذّر تحميل البقية.',
  listFailed: 'تعذّر تحميل هذه القائمة.',
  listActions: (name) => `إجراءات ${name}`,

  // Errors, by code
  errorReason: (code) => reasons[code] ?? 'حدث خطأ ما.',
};
