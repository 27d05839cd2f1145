import type { ErrorRecord } from '../protocol/errors.js';
import type { OperationName, Params } from '../protocol/operations.js';

/** Bytes that have to be with the backend before the message that names them. */
export interface Upload {
  readonly id: string;
  readonly file: Blob;
  readonly name: string;
  readonly alt?: string;
  readonly width?: number;
  readonly height?: number;
  readonly duration?: number;
  /** Where they are, once they are there. */
  readonly url?: string;
}

interface CommandOf<N extends OperationName> {
  /** The `commandId`: the same at every attempt. */
  readonly id: string;
  readonly name: N;
  readonly params: Params<N>;
  /** Commands of one lane are carried out one after the other. */
  readonly lane: string;
  /** Its place in the outbox. */
  readonly order: number;
  /** Unix milliseconds. */
  readonly queuedAt: number;
  readonly uploads?: readonly Upload[];
  /** Unix milliseconds: the server takes no more until then. */
  readonly resumesAt?: number;
  /** Refused: it waits for a person to retry or discard it. */
  readonly error?: ErrorRecord;
}

/** A mutation on its way: everything that is needed to send it, today or after a reload. */
export type Command = { [N in OperationName]: CommandOf<N> }[OperationName];
export type CommandNamed<N extends OperationName> = Extract<Command, { readonly name: N }>;

/** The message a command is about, if it is about one. */
export function messageOf(command: Command): string | undefined {
  switch (command.name) {
    case 'message.send':
      return command.params.message.id;
    case 'message.edit':
    case 'message.delete':
    case 'message.pin':
    case 'message.save':
    case 'reaction.add':
    case 'reaction.remove':
      return command.params.id;
    default:
      return undefined;
  }
}
