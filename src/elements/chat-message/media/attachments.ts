import { html, nothing, type TemplateResult } from 'lit';
import type { MessageItem } from '../../../client/types.js';
import { rowIcons } from '../../../lit/row-icons.js';
import '../../../locales/en-rows.js';
import type { Attachment } from '../../../protocol/records.js';
import { fileSize } from '../../words/file-size.js';
import { isVoice } from '../../words/message-preview.js';
import { onPlay } from '../../one-sound.js';
import { fileUrl } from './file-url.js';
import type { MessageHost } from '../message-host.js';
import { renderVoice } from './voice.js';

const box = { width: 320, height: 320 };
/** For pictures of unknown size, as drawings are; they are shown whole in it. */
const unknown = { width: 300, height: 225 };
const shown = 4;

/** The size on screen, known before the picture comes, so that nothing moves when it does. */
export function fit({ width, height }: Pick<Attachment, 'width' | 'height'>): typeof box {
  if (!width || !height) return unknown;
  const scale = Math.min(1, box.width / width, box.height / height);
  const across = Math.max(64, Math.round(width * scale));
  const down = Math.round((across * height) / width);
  return { width: across, height: Math.min(box.height, Math.max(48, down)) };
}

export function renderAttachments(item: MessageItem, host: MessageHost): unknown {
  const { attachments = [], type } = item.message;
  if (attachments.length === 0) return undefined;
  switch (type) {
    case 'image':
      return renderPictures(item, attachments, host);
    case 'video':
      return attachments.map((attachment) => renderVideo(attachment, host));
    case 'audio':
      return isVoice(item.message)
        ? attachments.map((attachment) => renderVoice(item, attachment, host))
        : attachments.map((attachment) => renderSound(attachment, host));
    default:
      return attachments.map((attachment) => renderFile(attachment, host));
  }
}

function renderPictures(
  item: MessageItem,
  attachments: readonly Attachment[],
  host: MessageHost,
): TemplateResult {
  const { length } = attachments;
  const pictures = attachments
    .slice(0, shown)
    .map((attachment, i) =>
      renderPicture(item, attachment, host, length > 1, i === shown - 1 ? length - shown : 0),
    );
  return html`<div class="media ${length > 1 ? `grid of-${Math.min(length, shown)}` : ''}">
    ${pictures}
  </div>`;
}

function renderPicture(
  item: MessageItem,
  attachment: Attachment,
  host: MessageHost,
  tile: boolean,
  rest: number,
): TemplateResult {
  const { localize } = host;
  const { width, height } = tile ? { width: 160, height: 160 } : fit(attachment);
  const kind = tile || attachment.width ? '' : 'unsized';
  const label = localize.term('openPicture', attachment.alt || attachment.name);
  return html`<button
    class="picture"
    part="picture"
    type="button"
    tabindex="-1"
    aria-label=${rest > 0 ? `${label} ${localize.term('morePictures', rest)}` : label}
    @click=${() => host.act((acts) => acts.openAttachment(item, attachment))}
  >
    <img
      class=${kind}
      src=${fileUrl(host.client, attachment)}
      width=${width}
      height=${height}
      alt=""
      decoding="async"
      draggable="false"
    />
    ${rest > 0 ? html`<span class="rest" dir="ltr">+${rest}</span>` : nothing}
  </button>`;
}

function renderVideo(attachment: Attachment, host: MessageHost): TemplateResult {
  const { width, height } = fit(attachment);
  return html`<div class="media">
    <video
      class=${attachment.width ? '' : 'unsized'}
      part="video"
      controls
      playsinline
      preload="metadata"
      tabindex="-1"
      src=${fileUrl(host.client, attachment)}
      width=${width}
      height=${height}
      aria-label=${attachment.alt || attachment.name}
      @play=${onPlay}
    ></video>
  </div>`;
}

function renderSound(attachment: Attachment, host: MessageHost): TemplateResult {
  return html`${renderFile(attachment, host)}
    <audio
      part="audio"
      controls
      preload="none"
      tabindex="-1"
      src=${fileUrl(host.client, attachment)}
      aria-label=${attachment.name}
      @play=${onPlay}
    ></audio>`;
}

function renderFile(attachment: Attachment, host: MessageHost): TemplateResult {
  const dot = attachment.name.lastIndexOf('.');
  const extension = dot > 0 ? attachment.name.slice(dot + 1, dot + 6).toUpperCase() : '';
  const size = fileSize(attachment.size, host.localize);
  return html`<a
    class="file"
    part="file"
    tabindex="-1"
    href=${fileUrl(host.client, attachment)}
    download=${attachment.name}
  >
    <span class="visually-hidden">${host.localize.term('download')}</span>
    <span class="file-icon">${rowIcons.file}</span>
    <bdi class="file-name truncate">${attachment.name}</bdi>
    <span class="file-size"
      >${extension ? html`<bdi>${extension}</bdi> · ` : nothing}<bdi>${size}</bdi></span
    >
    <span class="file-get">${rowIcons.download}</span>
  </a>`;
}
