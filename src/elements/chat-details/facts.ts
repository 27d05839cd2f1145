import { html, nothing, type TemplateResult } from 'lit';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import type { Group, User } from '../../protocol/records.js';

/** What is known of a person beside their name: words of their own, what they are to the app and to oneself. */
export function personFacts(user: User, localize: Localize, open: (event: Event) => void) {
  const { statusMessage, link, role, tags = [], friend } = user;
  const facts: (TemplateResult | false | undefined)[] = [
    Boolean(statusMessage) && renderFact(localize.term('status'), html`${statusMessage}`),
    isAddress(link) &&
      renderFact(
        localize.term('personLink'),
        html`<a href=${link} target="_blank" rel="noopener noreferrer" @click=${open}
          ><bdi>${link.replace(/^https?:\/\//, '').replace(/\/$/, '')}</bdi></a
        >`,
      ),
    friend && renderFact(localize.term('personFriendship'), html`${localize.term('personFriend')}`),
    role !== 'default' && renderFact(localize.term('personRole'), html`<bdi>${role}</bdi>`),
    tags.length > 0 && renderFact(localize.term('tags'), html`${tags.join(', ')}`),
  ];
  return renderFacts(facts);
}

/** What a group says of itself, and what it does without at its size (M11). */
export function groupFacts({ description, tags = [], without }: Group, localize: Localize) {
  return renderFacts([
    Boolean(description) && renderFact(localize.term('groupDescription'), html`${description}`),
    tags.length > 0 && renderFact(localize.term('tags'), html`${tags.join(', ')}`),
    without?.length &&
      renderFact(localize.term('groupLarge'), html`${localize.term('groupWithout', without)}`),
  ]);
}

/** What somebody calls the conversation for themselves. */
export function tagFacts(tags: readonly string[] = [], localize: Localize) {
  return renderFacts([
    tags.length > 0 && renderFact(localize.term('tagsOwn'), html`${tags.join(', ')}`),
  ]);
}

/** Nothing else is followed: the address is somebody else's. */
function isAddress(link: string | undefined): link is string {
  return link !== undefined && /^https?:\/\//i.test(link);
}

function renderFacts(facts: readonly unknown[]): unknown {
  const known = facts.filter(Boolean);
  return known.length > 0 ? html`<dl part="section">${known}</dl>` : nothing;
}

function renderFact(name: string, value: TemplateResult): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd><bdi>${value}</bdi></dd>
  </div>`;
}
