import type { User } from '../protocol/records.js';
import type { Demo } from './demo-types.js';

/** Where the way back in stands, below the words or in the place of the face of who is signed out. */
const places = 'chat-messenger, chat-me';
/** A way that the page has itself. */
const own = ':scope > :is([slot=sign-in], [slot=signed-out])';

/** Whoever has signed out of the world finds the way back in where they are told so. */
export function offerWayBack({ client, host }: Demo, { id, name }: User): void {
  const signIn = () => {
    // The elements say why where it fails.
    client.signIn({ uid: id, authKey: host.app.authKey }).catch(() => undefined);
  };
  for (const place of document.querySelectorAll(places)) {
    // In a provider somebody else is signed in.
    if (place.closest('chat-provider') || place.querySelector(own)) continue;
    place.append(createButton(`Sign in as ${name}`, signIn));
  }
}

function createButton(label: string, onPress: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.slot = 'sign-in';
  button.textContent = label;
  // As the elements' own: what they set for themselves reaches what stands in them.
  Object.assign(button.style, {
    minBlockSize: '44px',
    padding: '8px 20px',
    border: '0',
    borderRadius: 'var(--_chat-radius-m)',
    font: 'inherit',
    fontWeight: '600',
    color: 'var(--_chat-color-on-accent)',
    background: 'var(--_chat-color-accent)',
    cursor: 'pointer',
  });
  button.addEventListener('click', onPress);
  return button;
}
