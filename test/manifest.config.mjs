import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** The package carries dist/, not src/. */
const inPackage = (path) => path.replace(/^src\/(.*)\.ts$/, 'dist/$1.js');

/** Leaves out what is no part of an element's interface: private fields, protected ones and Lit's own. */
function publicOnly() {
  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        module.path = inPackage(module.path);
        for (const { declaration } of module.exports ?? []) {
          if (declaration.module) declaration.module = inPackage(declaration.module);
        }
        for (const declaration of module.declarations ?? []) {
          declaration.members = declaration.members?.filter(
            ({ kind, name, privacy, static: isStatic, type }) =>
              // What has no type is set on something else than the element.
              (kind === 'method' || type) &&
              !isStatic &&
              (privacy ?? 'public') === 'public' &&
              !/^[#_]/.test(name),
          );
          declaration.attributes = declaration.attributes?.filter(({ name }) => name);
        }
      }
    },
  };
}

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** What an event tells, in full: the name of a type says nothing to those who read a table. */
function eventDetails() {
  const details = new Map();
  const source = ts.createSourceFile(
    '',
    read('../src/lit/events.ts'),
    ts.ScriptTarget.Latest,
    true,
  );
  for (const node of source.statements) {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'ChatEventMap') continue;
    for (const { name, type } of node.members)
      details.set(
        `ChatEventMap['${name.text}']`,
        type.getText().replace(/readonly |\s+/g, (gap) => (gap.trim() ? '' : ' ')),
      );
  }
  return {
    name: 'event-details',
    packageLinkPhase({ customElementsManifest }) {
      for (const event of declarations(customElementsManifest).flatMap(
        ({ events = [] }) => events,
      )) {
        const detail = details.get(event.type?.text);
        if (detail) event.type.text = `CustomEvent<${detail}>`;
      }
    },
  };
}

/** The custom properties that all elements share stand with the provider: on it, or on anything around, they are set. */
function sharedTokens() {
  const token = /^ {2}'?([\w-]+)'?: (?:'(.+)'|\[\s*'(.+)',\s*'(.+)',?\s*\]),$/gm;
  const cssProperties = [...read('../src/lit/tokens.styles.ts').matchAll(token)].map(
    ([, name, one, light, dark]) => ({
      name: `--chat-${name}`,
      default: (one ?? `light-dark(${light}, ${dark})`).replaceAll('--_chat-', '--chat-'),
    }),
  );
  return {
    name: 'shared-tokens',
    packageLinkPhase({ customElementsManifest }) {
      const all = declarations(customElementsManifest);
      all.find(({ tagName }) => tagName === 'chat-provider').cssProperties = cssProperties;
    },
  };
}

const declarations = ({ modules }) => modules.flatMap(({ declarations = [] }) => declarations);

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['src/elements/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  plugins: [publicOnly(), eventDetails(), sharedTokens()],
};
