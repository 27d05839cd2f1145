/** What the reader is asked, or told, before messages can be seen beside the page. */
export type Question = 'ask' | 'denied' | 'unsupported';

const key = (question: Question) => `chat-elements/notifications/${question}`;
/** Where nothing can be stored, an answer lasts as long as the page. */
const answered = new Set<Question>();
/** A phone's browser has the constructor, and throws. */
let refused = false;

/** What stands between the page and its pop-ups; undefined where nothing does. */
export function obstacle(): Question | undefined {
  if (refused || !('Notification' in globalThis)) return 'unsupported';
  const { permission } = Notification;
  if (permission === 'granted') return undefined;
  return permission === 'denied' ? 'denied' : 'ask';
}

/** Whether the reader has answered before, in this browser. */
export function isAnswered(question: Question): boolean {
  try {
    return localStorage.getItem(key(question)) !== null;
  } catch {
    return answered.has(question);
  }
}

export function answer(question: Question): void {
  try {
    localStorage.setItem(key(question), '1');
  } catch {
    answered.add(question);
  }
}

/** Undefined where the browser refuses; it says so only now. */
export function popUp(title: string, options: NotificationOptions): Notification | undefined {
  if (obstacle()) return undefined;
  try {
    return new Notification(title, options);
  } catch {
    refused = true;
    return undefined;
  }
}
