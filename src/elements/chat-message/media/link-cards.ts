import { html, nothing } from 'lit';
import type { MessageItem } from '../../../client/types.js';
import { iconButton } from '../../../lit/icon-button.js';
import { icons } from '../../../lit/icons.js';
import { rowIcons } from '../../../lit/row-icons.js';
import '../../../locales/en-rows.js';
import type { LinkPreview } from '../../../protocol/records.js';
import type { MessageHost } from '../message-host.js';
import { safeHref } from '../text/links.js';

/** What the server has found behind the links of a text (B89). */
export function renderLinks(item: MessageItem, host: MessageHost): unknown {
  return item.message.links?.map((link) => renderCard(link, item, host));
}

function renderCard(link: LinkPreview, item: MessageItem, host: MessageHost) {
  const { url, title, description } = link;
  const href = safeHref(url);
  if (!href?.startsWith('http')) return nothing;
  return html`<div class="link-card" part="link-card">
    <a href=${href} target="_blank" rel="noopener noreferrer" tabindex="-1">
      ${renderImage(link)}
      <span class="about">
        <span class="site truncate" dir="ltr">${new URL(href).hostname.replace(/^www\./, '')}</span>
        <span class="title" dir="auto">${title}</span>
        ${description ? html`<span class="description" dir="auto">${description}</span>` : nothing}
      </span>
    </a>
    ${
      item.mine && item.message.can.includes('edit')
        ? iconButton(
            host.localize.term('linkDismiss'),
            icons.close,
            ({ currentTarget }) => {
              // The button goes, and the focus would with it.
              currentTarget.closest<HTMLElement>('chat-message')?.focus({ preventScroll: true });
              host.act((acts) => acts.dismissLink(item, url));
            },
            { kind: 'dismiss', inner: true },
          )
        : nothing
    }
  </div>`;
}

/** In a box that is as large before it is there, and where it never comes. */
function renderImage({ image }: LinkPreview): unknown {
  if (!image || !/^(https?:|data:image\/)/.test(image)) return nothing;
  return html`<span class="picture"
    >${rowIcons.link}<img
      src=${image}
      alt=""
      loading="lazy"
      referrerpolicy="no-referrer"
      @error=${({ currentTarget }: Event) => (currentTarget as HTMLElement).classList.add('broken')}
  /></span>`;
}
