import { later } from '../late/later.js';
import type { Question } from './chat-confirm.js';

const loadConfirm = later(() => import('./chat-confirm.js'));

/** Asks with the `<chat-confirm>` below `root`, which is loaded with the first question. */
export async function ask(root: ParentNode, question: Question): Promise<void> {
  await loadConfirm();
  await root.querySelector('chat-confirm')?.ask(question);
}
