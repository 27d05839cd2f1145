import { warn } from '../lit/warn.js';
import { normalizeId, type Target } from '../protocol/ids.js';

/** The conversation that the attributes `uid` or `guid` name. */
export class OwnTarget {
  #key = '';
  #target: Target | undefined;

  /** The same conversation is the same object, so that `===` tells whether it changed. */
  of(tag: string, uid: string | undefined, guid: string | undefined): Target | undefined {
    const key = guid ? `guid ${guid}` : `uid ${uid}`;
    if (key === this.#key) return this.#target;
    this.#key = key;
    try {
      this.#target = guid ? { guid: normalizeId('GUID', guid) } : { uid: normalizeId('UID', uid) };
    } catch (error) {
      // A bad attribute value must not break the page.
      warn('bad-id', `<${tag}>: ${String(error)}`);
      this.#target = undefined;
    }
    return this.#target;
  }
}
