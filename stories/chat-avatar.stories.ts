import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/chat-avatar/chat-avatar.js';

const meta: Meta = {
  title: 'Elements/chat-avatar',
  component: 'chat-avatar',
  args: { name: 'Lena Hartmann' },
  render: ({ name, src, shape = 'circle', online = false }) =>
    html`<chat-avatar name=${name} .src=${src} shape=${shape} ?online=${online}></chat-avatar>`,
};
export default meta;
type Story = StoryObj;

export const Initials: Story = {};

export const Picture: Story = {
  args: {
    src: `data:image/svg+xml,${encodeURIComponent(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="teal"/><circle cx="4" cy="3" r="2" fill="white"/></svg>',
    )}`,
  },
};

export const Online: Story = { args: { online: true } };

export const Group: Story = { args: { name: 'Kiln & Makers', shape: 'square' } };

/** `--chat-avatar-size` says how large. */
export const Large: Story = {
  render: () =>
    html`<chat-avatar name="عمر حدّاد" online style="--chat-avatar-size: 96px"></chat-avatar>`,
};
