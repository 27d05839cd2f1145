import { ChatError } from '../../../protocol/errors.js';
import { conversationTarget } from '../../../protocol/ids.js';
import type { Command, CommandNamed } from '../../command.js';
import type { RecordTables } from '../../stores/table.js';
import type { ActCore } from '../act-core.js';

type Edit = CommandNamed<'message.edit'>;

/**
 * A refused edit waits on the row of its message. Where that is not to be had any more, its words become a message that
 * was not sent: it has a row, with the ways out.
 */
export function watchLostEdits(core: ActCore, onNews: RecordTables['onApplied']): void {
  const { $commands, environment, outbox, tables, me } = core;
  /** Edits whose messages were asked for. */
  const asked = new Set<string>();

  const failed = (): readonly Edit[] =>
    $commands
      .get()
      .filter(
        (command) => command.name === 'message.edit' && command.error !== undefined,
      ) as Edit[];

  async function look(edit: Edit): Promise<void> {
    const { id } = edit.params;
    const held = tables.get('messages', id);
    // Refused for another reason, it stands on its row.
    const stands = held && held.removedAt === undefined && edit.error?.code !== 'not-found';
    if (stands || asked.has(edit.id)) return;
    asked.add(edit.id);
    try {
      await core.query('message.get', { id });
    } catch (thrown) {
      const error = ChatError.from(thrown);
      // With the next connection, or session, it is asked again.
      if (error.retryable || error.code === 'unauthenticated') asked.delete(edit.id);
      else giveWay(edit);
    }
  }

  function giveWay(edit: Edit): void {
    const user = me();
    const { id, text = '' } = edit.params;
    if (user === undefined || !$commands.get().includes(edit)) return;
    outbox.discard(edit.id);
    const error = new ChatError(
      'not-found',
      `Message ${id} was to be edited, but it is not there any more. Send the new words as a message, or discard them.`,
      { detail: 'ERR_MESSAGE_ID_NOT_FOUND' },
    );
    // Of a message that was never seen here, nobody knows where it was.
    if (text === '' || edit.lane.startsWith('message:')) return core.report(error, 'message.edit');
    const parentId = tables.get('messages', id)?.parentId;
    const message = { id: environment.id(), type: 'text', text, ...(parentId && { parentId }) };
    const target = conversationTarget(user, edit.lane);
    const { lane, order, queuedAt } = edit;
    const send: Command = {
      id: environment.id(),
      name: 'message.send',
      params: { target, message },
      lane,
      order,
      queuedAt,
      error: error.toJSON(),
    };
    outbox.restore([send]);
    outbox.replace(send);
  }

  // Not inside the change that tells of the refusal.
  const lookSoon = () => queueMicrotask(() => failed().forEach((edit) => void look(edit)));
  core.onClose($commands.listen(lookSoon));
  core.onClose(core.connection.onRefresh(() => Promise.resolve(lookSoon())));
  onNews(({ messages = [] }) => {
    const gone = new Set(
      messages.flatMap(({ after }) => (after.removedAt === undefined ? [] : [after.id])),
    );
    if (gone.size === 0) return;
    // Never inside the batch that shows the records.
    for (const edit of failed()) if (gone.has(edit.params.id)) queueMicrotask(() => giveWay(edit));
  });
}
