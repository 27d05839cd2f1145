import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { ChatClient } from '../../client/types.js';
import { define } from '../../lit/define.js';
import '../../locales/en-later.js';
import type { Target } from '../../protocol/ids.js';
import { limits } from '../../protocol/limits.js';
import { FormDialog, type Problem } from '../form/form-dialog.js';
import { renderTextField } from '../form/text-field.js';
import { splitTags } from './split-tags.js';

/**
 * The tags that somebody gives a conversation for themselves.
 *
 * @customElement chat-tags
 * @csspart field - The field for new ones.
 * @csspart error - What is wrong.
 */
export class ChatTags extends FormDialog {
  @state() private target: Target | undefined;
  /** Those there are to choose from: of this conversation and of others. */
  @state() private known: readonly string[] = [];
  @state() private chosen: ReadonlySet<string> = new Set();

  async show(target: Target): Promise<void> {
    const { client } = this;
    const own = client?.conversations.$conversation(target).get()?.tags ?? [];
    this.target = target;
    this.known = own;
    this.chosen = new Set(own);
    if (client) void this.#learn(client, target);
    await this.present();
  }

  async #learn({ conversations }: ChatClient, target: Target): Promise<void> {
    // Without them one writes them anew.
    const others = await conversations
      .query({ limit: 50 })
      .next()
      .catch(() => []);
    if (target !== this.target) return;
    const tags = new Set([...this.known, ...others.flatMap((one) => one.tags ?? [])]);
    this.known = [...tags].sort((a, b) => a.localeCompare(b, this.localize.lang()));
  }

  protected override get heading() {
    return this.localize.term('tags');
  }

  protected override get action() {
    return this.localize.term('groupSave');
  }

  protected override async submit({ conversations }: ChatClient): Promise<Problem | undefined> {
    const { target, localize } = this;
    const fresh = splitTags(this.textIn('tag'));
    const tags = [...new Set([...this.chosen, ...fresh])];
    const { tags: most, tagLength: longest } = limits;
    if (fresh.some(({ length }) => length > longest))
      return { field: 'tag', text: localize.term('tagTooLong', longest) };
    if (tags.length > most) return { field: 'tag', text: localize.term('tagTooMany', most) };
    if (target) await conversations.tag(target, tags);
    return undefined;
  }

  #onChoose(tag: string, chosen: boolean): void {
    const rest = [...this.chosen].filter((other) => other !== tag);
    this.chosen = new Set(chosen ? [...rest, tag] : rest);
  }

  protected override renderFields() {
    const { localize, known, problem } = this;
    return html`<p>${localize.term('tagsText')}</p>
      ${
        known.length > 0
          ? html`<fieldset>
              <legend class="visually-hidden">${localize.term('tags')}</legend>
              ${known.map((tag) => this.#renderTag(tag))}
            </fieldset>`
          : nothing
      }
      ${renderTextField({
        name: 'tag',
        label: localize.term('tagNew'),
        value: '',
        most: limits.tags * limits.tagLength,
        wrong: problem?.field === 'tag',
        problem: this.renderProblem('tag'),
      })}`;
  }

  #renderTag(tag: string) {
    return html`<label class="choice">
      <input
        type="checkbox"
        .checked=${this.chosen.has(tag)}
        @change=${(event: Event) => this.#onChoose(tag, (event.target as HTMLInputElement).checked)}
      />
      <bdi>${tag}</bdi>
    </label>`;
  }
}

define('chat-tags', ChatTags);
declare global {
  interface HTMLElementTagNameMap {
    'chat-tags': ChatTags;
  }
}
