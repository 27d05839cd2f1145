import { ContextEvent } from '@lit/context';
import { css, html, LitElement } from 'lit';
import type { ChatClient } from '../client/types.js';
import { clientContext } from '../lit/context.js';
import { define } from '../lit/define.js';
import { Localize } from '../lit/localize.js';
import '../locales/en-later.js';
import type { User } from '../protocol/records.js';
import type { Demo } from './demo-types.js';

/** Where the way back in stands, below the words or in the place of the face of who is signed out. */
const places = 'chat-messenger, chat-me';
/** A way that the page has itself, or that was offered before. */
const own = ':scope > :is([slot=sign-in], [slot=signed-out])';

/** Leads whoever has signed out back in, in the language of the page. */
class WayBack extends LitElement {
  /** As the elements' own: what they set for themselves reaches what stands in them. */
  static override styles = css`
    :host {
      display: inline-block;
    }
    button {
      min-block-size: 44px;
      padding: 8px 20px;
      border: 0;
      border-radius: var(--_chat-radius-m);
      font: inherit;
      font-weight: 600;
      color: var(--_chat-color-on-accent);
      background: var(--_chat-color-accent);
      cursor: pointer;
    }
  `;

  name = '';
  signIn: () => void = () => undefined;

  readonly #localize = new Localize(this);

  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  override render() {
    return html`<button type="button" @click=${this.signIn}>
      ${this.#localize.term('signInAs', this.name)}
    </button>`;
  }
}
define('chat-demo-way-back', WayBack);

/**
 * Whoever has signed out of the world finds the way back in where they are told so.
 *
 * @param provider where they were signed in; undefined for the page
 */
function offerWayBack(
  { client, host }: Pick<Demo, 'client' | 'host'>,
  me: User | undefined,
  provider?: Element,
): void {
  if (!me) return;
  const { id, name } = me;
  for (const place of (provider ?? document).querySelectorAll<HTMLElement>(places)) {
    // In another provider somebody else is signed in.
    if (place.closest('chat-provider') !== (provider ?? null) || place.querySelector(own)) continue;
    const way = Object.assign(new WayBack(), {
      slot: 'sign-in',
      name,
      // The elements say why where it fails.
      signIn: () =>
        void client.signIn({ uid: id, authKey: host.app.authKey }).catch(() => undefined),
    });
    place.append(way);
  }
}

/** Offers it below a provider as well, to whoever has signed out there. */
function followProvider(provider: Element, { host }: Demo): void {
  // A provider answers what is below it.
  const probe = document.createElement('span');
  provider.append(probe);
  const follow = (client: ChatClient | undefined) => {
    if (!client) return;
    let me = client.$me.get();
    const offer = () => offerWayBack({ client, host }, me, provider);
    client.on('session.started', (session) => (me = session.me));
    client.on('session.left', offer);
    client.on('session.ended', offer);
  };
  probe.dispatchEvent(new ContextEvent(clientContext, probe, follow));
  probe.remove();
}

export function lead(demo: Demo, of: User | Element | undefined): void {
  if (of instanceof Element) followProvider(of, demo);
  else offerWayBack(demo, of);
}
