import { html, nothing, type TemplateResult } from 'lit';
import type { ChatClient, MessageItem } from '../../../client/types.js';
import type { Localize } from '../../../lit/localize.js';
import '../../../locales/en-later.js';
import { ChatError } from '../../../protocol/errors.js';
import type { Attachment } from '../../../protocol/records.js';
import { fullText } from '../../chat-message/time/dates.js';
import type { MenuAnchor, MenuItem } from '../../chat-menu/chat-menu.js';
import { later } from '../../late/later.js';
import { messageEntries, type MessageEntry, type MenuPlace } from './message-menu.js';

const loadMenu = later(() => import('../../chat-menu/chat-menu.js'));
const loadReactionBar = later(() => import('../../chat-reaction-bar/chat-reaction-bar.js'));
const loadPicker = later(() => import('../../chat-emoji-picker/chat-emoji-picker.js'));
const loadViewer = later(() => import('../../chat-viewer/chat-viewer.js'));
const loadInfo = later(() => import('../../chat-message-info/chat-message-info.js'));
const loadReactions = later(() => import('../../chat-reactions/chat-reactions.js'));
const loadReport = later(() => import('../../chat-report/chat-report.js'));
const loadDialog = later(() => import('../../chat-dialog/chat-dialog.js'));

/** What is chosen in one of them. */
interface Choices {
  choose(item: MessageItem, entry: MessageEntry): void;
  react(item: MessageItem, reaction: string): void;
  remove(item: MessageItem): void;
}

interface OverlayHost {
  readonly localize: Localize;
  readonly client: () => ChatClient | undefined;
  readonly root: () => ParentNode;
  readonly actions: () => Choices | undefined;
  /** Settles when what is wanted now is there. */
  rendered(): Promise<boolean>;
  /** What is open hangs on this message, or on none any more. */
  held(item: MessageItem | undefined): void;
  reported(): void;
  /** One of them could not be opened. */
  failed(error: ChatError, operation: string): void;
}

type Kind = 'menu' | 'reactions' | 'picker' | 'viewer' | 'info' | 'who' | 'report' | 'delete';

/** Everything that opens over a list. Each is loaded and rendered when it is first wanted; one list needs one of each. */
export class MessageOverlays {
  #host: OverlayHost;
  #wanted = new Set<Kind>();
  #item: MessageItem | undefined;
  #anchor: MenuAnchor = { x: 0, y: 0 };
  #items: readonly MenuItem[] = [];
  #index = 0;
  #chosen = '';
  /** Popups on their way. */
  #coming = 0;

  constructor(host: OverlayHost) {
    this.#host = host;
  }

  async menu(item: MessageItem, where: MenuPlace, anchor: MenuAnchor): Promise<void> {
    const items = messageEntries(item, this.#host.localize, where);
    if (items.length === 0) return;
    this.#items = items;
    this.#anchor = anchor;
    const side = anchor instanceof Element ? 'bottom-end' : 'bottom-start';
    await this.#hang(item, async () => {
      await loadMenu();
      await this.#want('menu', item);
      await this.#find('chat-menu')?.openAt(anchor, side);
    });
  }

  async reactions(item: MessageItem, anchor: MenuAnchor): Promise<void> {
    this.#anchor = anchor;
    await this.#hang(item, async () => {
      await loadReactionBar();
      await this.#want('reactions', item);
      await this.#find('chat-reaction-bar')?.openAt(anchor);
    });
  }

  async viewer(item: MessageItem, attachment: Attachment): Promise<void> {
    this.#index = item.message.attachments?.indexOf(attachment) ?? 0;
    await loadViewer();
    await this.#want('viewer', item);
    await this.#find('chat-viewer')?.show();
  }

  async info(item: MessageItem): Promise<void> {
    await loadInfo();
    await this.#want('info', item);
    await this.#find('chat-message-info')?.show();
  }

  /** @param chosen one of its reactions; empty for all of them */
  async who(item: MessageItem, chosen = ''): Promise<void> {
    this.#chosen = chosen;
    await loadReactions();
    await this.#want('who', item);
    await this.#find('chat-reactions')?.show();
  }

  async report(item: MessageItem): Promise<void> {
    await loadReport();
    await this.#want('report', item);
    await this.#find('chat-report')?.show();
  }

  async askDelete(item: MessageItem): Promise<void> {
    await loadDialog();
    await this.#want('delete', item);
    const dialog = this.#find('chat-dialog');
    await dialog?.show();
    // As every question does: at the answer that changes nothing.
    dialog?.querySelector('button')?.focus();
  }

  /** The messages have changed: what is open for one follows it, and closes when it was deleted. */
  check(items: readonly MessageItem[]): void {
    const item = this.#item;
    if (!item) return;
    const now = items.find(({ id }) => id === item.id);
    if (now && now.message.deletedAt === undefined) {
      this.#item = now;
      return;
    }
    this.#find('chat-menu')?.close();
    this.#find('chat-reaction-bar')?.close();
    this.#find('chat-emoji-picker')?.close();
  }

  async #want(kind: Kind, item: MessageItem): Promise<void> {
    this.#item = item;
    this.#wanted.add(kind);
    this.#host.held(item);
    await this.#host.rendered();
  }

  #find<K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] | null {
    return this.#host.root().querySelector(tag);
  }

  /** What it hangs on stays while it comes, though what was open there before closes meanwhile. */
  async #hang(item: MessageItem, open: () => Promise<void>): Promise<void> {
    this.#coming++;
    this.#host.held(item);
    try {
      await open();
    } finally {
      this.#coming--;
      this.#onClose();
    }
  }

  #onClose = () => {
    const isNeeded =
      this.#coming ||
      this.#find('chat-menu')?.open ||
      this.#find('chat-reaction-bar')?.open ||
      this.#find('chat-emoji-picker')?.open;
    if (!isNeeded) this.#host.held(undefined);
  };

  #onMenu = ({ detail }: CustomEvent<{ id: string }>) => {
    if (!this.#item) return;
    const entry = detail.id as MessageEntry;
    const opening = this.#opening(entry, this.#item);
    if (opening) this.#try(`chat-${entry}`, opening);
    else this.#host.actions()?.choose(this.#item, entry);
  };

  #opening(entry: MessageEntry, item: MessageItem): Promise<void> | undefined {
    switch (entry) {
      case 'react':
        return this.reactions(item, this.#anchor);
      case 'info':
        return this.info(item);
      case 'reactions':
        return this.who(item);
      case 'report':
        return this.report(item);
      case 'delete':
        return this.askDelete(item);
      default:
        return undefined;
    }
  }

  #try(operation: string, opening: Promise<void>): void {
    opening.catch((error: unknown) => this.#host.failed(ChatError.from(error), operation));
  }

  #onEmoji = (event: HTMLElementEventMap['chat-emoji']) => {
    event.stopPropagation();
    if (this.#item) this.#host.actions()?.react(this.#item, event.detail.emoji);
  };

  #onMore = () => {
    if (this.#item) this.#try('chat-emoji-picker', this.#picker(this.#item));
  };

  async #picker(item: MessageItem): Promise<void> {
    await this.#hang(item, async () => {
      await loadPicker();
      await this.#want('picker', item);
      await this.#find('chat-emoji-picker')?.openAt(this.#anchor);
    });
  }

  #onDelete = () => {
    this.#find('chat-dialog')?.close('delete');
    if (this.#item) this.#host.actions()?.remove(this.#item);
  };

  render(): unknown {
    const { localize } = this.#host;
    const client = this.#host.client();
    const item = this.#item;
    const when = (kind: Kind, template: () => TemplateResult) =>
      this.#wanted.has(kind) ? template() : nothing;
    const given = (item?.message.reactions ?? []).flatMap(({ mine, reaction }) =>
      mine ? reaction : [],
    );
    return [
      when(
        'menu',
        () =>
          html`<chat-menu
            .items=${this.#items}
            .label=${localize.term('messageActions')}
            .note=${item ? fullText(item.message.sentAt, localize.lang()) : ''}
            @chat-choose=${this.#onMenu}
            @close=${this.#onClose}
          ></chat-menu>`,
      ),
      when(
        'reactions',
        () =>
          html`<chat-reaction-bar
            .given=${given}
            @chat-emoji=${this.#onEmoji}
            @more=${this.#onMore}
            @close=${this.#onClose}
          ></chat-reaction-bar>`,
      ),
      when(
        'picker',
        () =>
          html`<chat-emoji-picker
            @chat-emoji=${this.#onEmoji}
            @close=${this.#onClose}
          ></chat-emoji-picker>`,
      ),
      when(
        'viewer',
        () =>
          html`<chat-viewer
            .client=${client}
            .item=${item}
            .index=${this.#index}
            @close=${this.#onClose}
          ></chat-viewer>`,
      ),
      when(
        'info',
        () => html`<chat-message-info .client=${client} .item=${item}></chat-message-info>`,
      ),
      when(
        'who',
        () =>
          html`<chat-reactions
            .client=${client}
            .item=${item}
            .chosen=${this.#chosen}
          ></chat-reactions>`,
      ),
      when(
        'report',
        () =>
          html`<chat-report
            .client=${client}
            .messageId=${item?.id ?? ''}
            @reported=${() => this.#host.reported()}
          ></chat-report>`,
      ),
      when(
        'delete',
        () =>
          html`<chat-dialog .heading=${localize.term('deleteTitle')} @close=${this.#onClose}>
            ${localize.term('deleteText')}
            <button
              slot="action"
              class="button"
              type="button"
              @click=${() => this.#find('chat-dialog')?.close()}
            >
              ${localize.term('cancel')}
            </button>
            <button slot="action" class="button danger" type="button" @click=${this.#onDelete}>
              ${localize.term('delete')}
            </button>
          </chat-dialog>`,
      ),
    ];
  }
}
