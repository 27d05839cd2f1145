import type { OperationName, Params } from '../../../protocol/operations.js';
import type { Changes, TableName, Tables } from '../../../protocol/records.js';
import type { CommandNamed, Upload } from '../../command.js';

/** What an overlay may look at: the records as the commands before it leave them. */
export interface View {
  readonly me: string;
  get<T extends TableName>(table: T, id: string): Tables[T] | undefined;
  /** A local address of bytes that are still to be uploaded. */
  preview(upload: Upload): string;
}

/** What one command would change if it went through: a pure function, undone by forgetting it. */
export type Overlay<N extends OperationName> = (
  params: Params<N>,
  view: View,
  command: CommandNamed<N>,
) => Changes | undefined;
export type Overlays = { readonly [N in OperationName]?: Overlay<N> };
