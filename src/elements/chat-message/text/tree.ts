/** A message's text as a tree: what the renderer draws and the preview flattens. */
export type Block =
  { readonly kind: 'paragraph'; readonly inline: readonly Inline[] } | MarkedBlock;
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mention'; readonly uid: string }
  | { readonly kind: 'all'; readonly label: string }
  | { readonly kind: 'break' }
  | MarkedInline;

/** What Markdown alone makes. */
export type MarkedBlock =
  | { readonly kind: 'heading'; readonly inline: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'list';
      readonly start: number | undefined;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly kind: 'rule' };
export type MarkedInline =
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em' | 'del'; readonly inline: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly inline: readonly Inline[] };
