import { nothing } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import type { ChatClient } from '../../../client/types.js';
import type { Attachment } from '../../../protocol/records.js';

/** Keeps an attachment's address alive for as long as the template that shows it. */
class FileUrl extends AsyncDirective {
  #client: ChatClient | undefined;
  #attachment: Attachment | undefined;
  #stop: (() => void) | undefined;
  #url: unknown = nothing;

  override render(client: ChatClient, attachment: Attachment): unknown {
    if (client !== this.#client || attachment.url !== this.#attachment?.url) {
      this.#client = client;
      this.#attachment = attachment;
      this.#subscribe();
    }
    return this.#url;
  }

  protected override disconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  protected override reconnected(): void {
    this.#subscribe();
  }

  #subscribe(): void {
    this.#stop?.();
    this.#url = nothing;
    if (!this.#client || !this.#attachment) return;
    let settled = false;
    this.#stop = this.#client.files.$url(this.#attachment).subscribe((url) => {
      this.#url = url ?? nothing;
      if (settled) this.setValue(this.#url);
    });
    settled = true;
  }
}

/** The address of an attachment, in an attribute of a template. */
export const fileUrl = directive(FileUrl);
