import { warn } from '../lit/warn.js';
import { isId, type Target } from '../protocol/ids.js';

/** The conversation that the attributes `uid` or `guid` name. */
export class OwnTarget {
  #key = '';
  #target: Target | undefined;

  /** The same conversation is the same object, so that `===` tells whether it changed. */
  of(tag: string, uid: string | undefined, guid: string | undefined): Target | undefined {
    const key = guid ? `guid ${guid}` : `uid ${uid}`;
    if (key === this.#key) return this.#target;
    this.#key = key;
    const id = (guid || uid || '').toLowerCase();
    // A bad attribute value must not break the page.
    if (!isId(id)) warn('bad-id', `<${tag}>: there is no ${key}.`);
    this.#target = isId(id) ? (guid ? { guid: id } : { uid: id }) : undefined;
    return this.#target;
  }
}
