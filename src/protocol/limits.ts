import { textLength } from './text-length.js';

/** Limits of the domain. Lengths count UTF-16 code units of a string, sizes count bytes, unless said otherwise. */
export const limits = {
  idLength: 100,
  nameLength: 100,
  descriptionLength: 255,
  passwordLength: 100,
  urlLength: 3000,
  /** JSON of a user's or group's metadata, bytes. */
  metadataSize: 5 * 1024,
  /** JSON of a message's data or metadata, bytes. */
  messageDataSize: 10 * 1024,
  /** JSON of a whole message, characters. */
  messageSize: 65_536,
  textLength,
  /** All files of one message together, bytes. */
  uploadSize: 100 * 1024 * 1024,
  attachments: 10,
  tags: 25,
  tagLength: 100,
  mentions: 10,
  /** UIDs in one call that adds members or friends, blocks, or deactivates; receivers of one message. */
  batch: 25,
  groupsPerUser: 2000,
  membersPerGroup: 100_000,
  friendsPerUser: 1000,
  tokensPerUser: 100,
  roles: 25,
  /** Auth Keys and REST API Keys of an app together. */
  keys: 25,
  pinnedMessages: 100,
  savedMessages: 100,
  pinnedConversations: 5,
  /** Pinned by the app, for everyone. */
  systemPinnedConversations: 5,
  /** Members above which receipts and unread counts stop. */
  receiptMembers: 300,
  /** Online members above which typing stops. */
  typingMembers: 1000,
  flagRemarkLength: 500,
  flagReasons: 25,
  /** Elements that an interactive message can wait for. */
  interactionElements: 25,
  callParticipants: 50,
  /** Milliseconds after which a call nobody answered ends. */
  callTimeout: 45_000,
} as const;
