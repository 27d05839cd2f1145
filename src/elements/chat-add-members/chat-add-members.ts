import { css, html } from 'lit';
import { state } from 'lit/decorators.js';
import type { ChatClient } from '../../client/types.js';
import { define } from '../../lit/define.js';
import '../../locales/en-later.js';
import { limits } from '../../protocol/limits.js';
import { pageLimits } from '../../protocol/page-limits.js';
import type { Scope } from '../../protocol/records.js';
import '../chat-users/chat-users.js';
import type { ChatUsers } from '../chat-users/chat-users.js';
import { FormDialog, type Problem } from '../form/form-dialog.js';

const mostPages = 10;

/**
 * Chooses people and adds them to a group.
 *
 * @customElement chat-add-members
 * @csspart error - Who could not be added, or why nobody was.
 */
export class ChatAddMembers extends FormDialog {
  static override styles = [
    ...FormDialog.styles,
    css`
      chat-users {
        block-size: min(380px, 60vh);
        border-block-end: 1px solid var(--_chat-color-line);
      }
    `,
  ];

  @state() private guid = '';
  @state() private picked: readonly string[] = [];
  /** Who cannot be added, and why. */
  @state() private closed: ReadonlyMap<string, string> = new Map();

  async show(guid: string): Promise<void> {
    this.guid = guid;
    this.picked = [];
    this.closed = new Map();
    if (this.client) void this.#close(this.client, guid);
    await this.present();
  }

  /** Of a group of thousands not all are asked for: there the server has the last word. */
  async #close({ members, groups }: ChatClient, guid: string): Promise<void> {
    const page = { limit: pageLimits['member.list'][1] };
    const bans = groups.$group(guid).get()?.can.includes('banned');
    const kinds = [
      [members.query(guid, page), 'memberAlready'],
      ...(bans ? [[members.queryBanned(guid, page), 'memberBanned'] as const] : []),
    ] as const;
    for (const [query, term] of kinds) {
      for (let pages = 0; pages < mostPages && !query.done; pages++) {
        // Whoever cannot be marked now is refused when they are added.
        const found = await query.next().catch(() => []);
        if (found.length === 0 || guid !== this.guid) break;
        const reason = this.localize.term(term);
        this.closed = new Map([
          ...this.closed,
          ...found.map(({ uid }): [string, string] => [uid, reason]),
        ]);
        this.picked = this.picked.filter((uid) => !this.closed.has(uid));
      }
    }
  }

  protected override get heading() {
    return this.localize.term('membersAdd');
  }

  protected override get action() {
    return this.localize.term('membersAddSome', this.picked.length);
  }

  protected override get complete() {
    return this.picked.length > 0 && this.picked.length <= limits.batch;
  }

  #onPick = (event: Event) => {
    this.picked = (event.target as ChatUsers).selected;
    const { batch } = limits;
    const tooMany = this.picked.length > batch;
    this.problem = tooMany ? { text: this.localize.term('membersAddLimit', batch) } : undefined;
  };

  protected override async submit({ members, users }: ChatClient): Promise<Problem | undefined> {
    const { picked, guid } = this;
    const scopes = Object.fromEntries(picked.map((uid): [string, Scope] => [uid, 'participant']));
    const { results } = await members.add(guid, scopes);
    this.picked = picked.filter((uid) => results[uid]?.ok === false);
    if (this.picked.length === 0) return undefined;
    const names = this.picked.map((uid) => {
      const name = users.$user(uid).get()?.name ?? uid;
      const reason = this.#reason(results[uid]?.code);
      return reason ? `${name} (${reason})` : name;
    });
    return { text: this.localize.term('membersNotAdded', names.join(', ')) };
  }

  #reason(code: string | undefined): string | undefined {
    if (code === 'conflict') return this.localize.term('memberAlready');
    return code === 'banned' ? this.localize.term('memberBanned') : undefined;
  }

  protected override renderFields() {
    return html`<chat-users
      multiple
      .selected=${this.picked}
      .closed=${this.closed}
      @change=${this.#onPick}
    >
      <span slot="header"></span>
    </chat-users>`;
  }
}

define('chat-add-members', ChatAddMembers);
declare global {
  interface HTMLElementTagNameMap {
    'chat-add-members': ChatAddMembers;
  }
}
