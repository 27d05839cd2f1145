// One file an icon: lucide's index would bring all of them into a page without a bundler. Typed by hand, it ships no types for these.
declare module 'lucide/dist/esm/icons/*.mjs' {
  const node: readonly (readonly [string, Readonly<Record<string, string | number>>])[];
  export default node;
}
