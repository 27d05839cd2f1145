import type { Target } from '../../protocol/ids.js';
import { later } from '../late/later.js';

const loadTags = later(() => import('./chat-tags.js'));

/** Opens the `<chat-tags>` below `root`, which is loaded when it is first wanted. */
export async function editTags(root: ParentNode, target: Target): Promise<void> {
  await loadTags();
  await root.querySelector('chat-tags')?.show(target);
}
