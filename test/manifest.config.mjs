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
            ({ name, privacy, static: isStatic }) =>
              !isStatic && (privacy ?? 'public') === 'public' && !/^[#_]/.test(name),
          );
          declaration.attributes = declaration.attributes?.filter(({ name }) => name);
        }
      }
    },
  };
}

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['src/elements/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  plugins: [publicOnly()],
};
