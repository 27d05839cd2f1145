/** Leaves out what is no part of an element's interface: private fields, protected ones and Lit's own. */
function publicOnly() {
  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        // The package carries dist/, not src/.
        module.path = module.path.replace(/^src\/(.*)\.ts$/, 'dist/$1.js');
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
