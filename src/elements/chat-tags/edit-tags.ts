import type { Target } from '../../protocol/ids.js';

/** Opens the `<chat-tags>` below `root`, which is loaded when it is first wanted. */
export async function editTags(root: ParentNode, target: Target): Promise<void> {
  await import('./chat-tags.js');
  await root.querySelector('chat-tags')?.show(target);
}
