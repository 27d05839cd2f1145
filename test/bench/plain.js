// The baseline: every message as one bubble in the DOM, and no behaviour at all. A floor, not a product.
const style = `
  .box { block-size: 100%; overflow-y: auto; font: 14px/1.4 system-ui, sans-serif; }
  .row { display: flex; gap: 8px; padding: 6px 12px; }
  .row.mine { flex-direction: row-reverse; }
  .bubble { max-inline-size: 75%; padding: 6px 10px; border-radius: 10px; background: #eef; overflow-wrap: anywhere; }
  .bubble img { display: block; }
`;

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const time = (at) => new Date(at).toISOString().slice(0, 16);
const picture = ({ url, w, h }) => `<img src="${url}" width="${w}" height="${h}" alt="">`;
const chips = (all) =>
  `<div>${all.map(({ emoji, users }) => `<span>${emoji} ${users.length}</span> `).join('')}</div>`;
const bubble = (message) => {
  const { user, text, time: at, image, reactions } = message;
  return `<div class="row${message.mine ? ' mine' : ''}"><div class="bubble"><b>${user.name}</b> <time>${time(at)}</time>
    <div>${escape(text)}</div>${image ? picture(image) : ''}${reactions ? chips(reactions) : ''}</div></div>`;
};

export function openPlain(root, messages) {
  root.innerHTML = `<style>${style}</style><div class="box">${messages.map(bubble).join('')}</div>`;
  const box = root.lastElementChild;
  const toEnd = () => void (box.scrollTop = box.scrollHeight);
  const add = (message) => {
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 60;
    box.insertAdjacentHTML('beforeend', bubble({ ...message, time: Date.now() }));
    if (atEnd || message.mine) toEnd();
  };
  toEnd();
  return {
    scroller: () => box,
    rows: () => box.querySelectorAll('.row'),
    lastRow: () => box.lastElementChild,
    toEnd,
    send: (text) => add({ user: { name: 'Me' }, text, mine: true }),
    connect: () => Promise.resolve(),
    say: (name, text) => add({ user: { name }, text }),
    toTop: (at = 0) => void (box.scrollTop = at),
    deliver(older) {
      const { scrollHeight, scrollTop } = box;
      box.insertAdjacentHTML('afterbegin', older.map(bubble).join(''));
      box.scrollTop = scrollTop + box.scrollHeight - scrollHeight;
    },
  };
}
