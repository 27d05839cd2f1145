import type { ChatMessage } from '../../chat-message/chat-message.js';

const controls =
  'a[href], button:not(:disabled), input, [role="link"], audio[controls], video[controls], pre, .table';

function controlsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(controls)].filter(
    (control) => control.getClientRects().length > 0,
  );
}

interface Moves {
  readonly rows: () => readonly ChatMessage[];
  /** The first and the last one in view. */
  readonly inView: () => readonly HTMLElement[];
  /** To the first or last message that is loaded. */
  readonly edge: (edge: 'first' | 'last') => void;
  /** Escape on a message itself. */
  readonly leave: () => void;
}

/**
 * Messages are one tab stop: the arrows move between them, Enter goes inside, Tab moves there, Escape comes out.
 */
export function handleRowKey(event: KeyboardEvent, moves: Moves): void {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement) || event.defaultPrevented) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const row = target.closest<ChatMessage>('chat-message');
  if (!row) onList(event, moves);
  else if (target === row) onRow(event, row, moves);
  else inside(event, row, target);
}

/** The list has the focus of a row that was scrolled away: what is in view is where the reader is. */
function onList(event: KeyboardEvent, moves: Moves): void {
  const rows = moves.inView();
  if (event.key === 'ArrowDown') rows[0]?.focus({ preventScroll: true });
  else if (event.key === 'ArrowUp') rows.at(-1)?.focus({ preventScroll: true });
  else return;
  event.preventDefault();
}

function onRow(event: KeyboardEvent, row: ChatMessage, moves: Moves): void {
  const rows = moves.rows();
  const at = rows.indexOf(row);
  switch (event.key) {
    case 'ArrowUp':
    case 'ArrowDown': {
      const next = rows[at + (event.key === 'ArrowUp' ? -1 : 1)];
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: 'nearest' });
      break;
    }
    case 'Home':
    case 'End':
      moves.edge(event.key === 'Home' ? 'first' : 'last');
      break;
    case 'Enter': {
      const [first] = controlsOf(row);
      if (!first) return;
      first.focus({ preventScroll: true });
      break;
    }
    case 'Escape':
      moves.leave();
      return;
    default:
      return;
  }
  event.preventDefault();
}

function inside(event: KeyboardEvent, row: ChatMessage, target: HTMLElement): void {
  if (event.key === 'Escape') {
    row.focus({ preventScroll: true });
  } else if (event.key === 'Tab') {
    const all = controlsOf(row);
    const at = all.indexOf(target) + (event.shiftKey ? -1 : 1);
    all[(at + all.length) % all.length]?.focus({ preventScroll: true });
  } else if (event.key === 'Enter' && target.getAttribute('role') === 'link') {
    target.click();
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}
