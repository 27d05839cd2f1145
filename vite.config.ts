import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { posix } from 'node:path';
import MagicString from 'magic-string';
import { defineConfig, parseAst, Visitor, type Plugin, type Rolldown, type UserConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };

const emojiFile = fileURLToPath(
  import.meta.resolve('emoji-picker-element-data/en/emojibase/data.json'),
);

const emojiUrl = /new URL\(\s*(['"])\.\/emoji-data\.json\1,\s*import\.meta\.url,?\s*\)/g;
const emojiPlace = '__CHAT_EMOJI_URL__';

/**
 * `new URL('./emoji-data.json', import.meta.url)` in a source file means the English emoji data of
 * emoji-picker-element-data: the servers answer for it, and a build puts the file beside the module that names it.
 */
function emojiData(): Plugin {
  return {
    name: 'emoji-data',
    enforce: 'pre',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!/\/emoji-data\.json(\?|$)/.test(request.url ?? '')) return next();
        readFile(emojiFile).then((data) => {
          response.setHeader('content-type', 'application/json');
          response.setHeader('etag', `"${packageJson.dependencies['emoji-picker-element-data']}"`);
          response.end(data);
        }, next);
      });
    },
    // Vite would rewrite the URL, and the bundler of an application could no longer tell that it names a file.
    transform(code) {
      if (this.environment.config.command !== 'build' || !code.includes('emoji-data.json'))
        return null;
      return { code: code.replace(emojiUrl, emojiPlace), map: null };
    },
    async renderChunk(code, chunk) {
      if (!code.includes(emojiPlace)) return null;
      this.emitFile({
        type: 'asset',
        fileName: posix.join(posix.dirname(chunk.fileName), 'emoji-data.json'),
        source: await readFile(emojiFile),
      });
      const url = `new URL('./emoji-data.json', import.meta.url)`;
      return { code: code.replaceAll(emojiPlace, url), map: null };
    },
  };
}

/** Storybook imports this part of Lit by itself; served apart from the rest it would be a second Lit on the page. */
const oneLit: Plugin = {
  name: 'one-lit',
  config: () => ({ optimizeDeps: { include: ['lit', 'lit/directive-helpers.js'] } }),
};

/** What the sources need from Vite wherever it serves or builds them. */
export const plugins = [emojiData(), oneLit];

const notes = /\/\*[^]*?\*\//g;

/** A style sheet between its expressions, without notes and the space that says nothing; strings stay. */
function shortCss(css: string): string {
  const parts = css.replace(notes, '').split(/("[^"]*"|'[^']*')/);
  return parts
    .map((part, i) => {
      if (i % 2) return part;
      return part
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,>]) ?/g, '$1')
        .replace(/([:(]) /g, '$1')
        .replace(/ \)/g, ')')
        .replace(/;}/g, '}');
    })
    .join('');
}

/** Lines and indents of a template are for its author; one space says the same to the browser. */
function shortHtml(markup: string): string {
  return markup.replace(/<!--[^]*?-->/g, '').replace(/\s+/g, ' ');
}

const shorten = new Map([
  ['css', shortCss],
  ['html', shortHtml],
  ['svg', shortHtml],
]);

/** Bundlers do not look into the templates of Lit. */
function shortTemplates(): Plugin {
  return {
    name: 'short-templates',
    transform: {
      filter: { id: /\/src\/.*\.ts$/, code: /\b(css|html|svg)`/ },
      handler(code) {
        const text = new MagicString(code);
        new Visitor({
          TaggedTemplateExpression({ tag, quasi }) {
            const short = tag.type === 'Identifier' ? shorten.get(tag.name) : undefined;
            if (!short) return;
            for (const { start, end } of quasi.quasis) {
              const now = short(code.slice(start, end));
              if (now !== code.slice(start, end)) text.update(start, end, now);
            }
          },
        }).visit(parseAst(code));
        return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
      },
    },
  };
}

const decorated =
  /_decorate\(\[(property|state|query)\(([^]*?)\)\], (\w+)\.prototype, "(\w+)", void 0\)/g;
const decorators = /^import .*("lit\/decorators|helpers\/decorate).*/gm;

/** `@property()`, `@state()` and `@query()` as what Lit makes of them: nothing that decorates is left in a page. */
function plainProperties(): Plugin {
  return {
    name: 'plain-properties',
    transform: {
      filter: { id: /\/src\/.*\.ts$/, code: /_decorate\(/ },
      handler(code) {
        const text = new MagicString(code);
        text.replace(decorated, (_, kind, options, element, name) => {
          if (kind === 'query') {
            const get = `get() { return this.renderRoot?.querySelector(${options}) ?? null; }`;
            return `Object.defineProperty(${element}.prototype, "${name}", { ${get} })`;
          }
          const given = kind === 'state' ? '{ state: true }' : options;
          return `${element}.createProperty("${name}", ${given})`;
        });
        // Where nothing else is decorated: an import alone would take what decorates along.
        if (!text.toString().includes('_decorate(')) text.replaceAll(decorators, '');
        return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
      },
    },
  };
}

/**
 * Puts the style sheets of a file side by side, after what Lit makes them with or else the first of them: they say much
 * alike, and so does what then stands side by side without them; what compresses a file looks no further back than 32 kB.
 */
function stylesTogether(): Plugin {
  return {
    name: 'styles-together',
    renderChunk(code) {
      const text = new MagicString(code);
      // Above each module the bundler names its source, and below it leaves a line empty.
      const sheets = [...code.matchAll(/^\/\/ \S+(\/css-tag\.js|\.styles\.ts)\n(?:.+\n)+/gm)];
      const [first, ...others] = sheets;
      if (!first || others.length === 0) return null;
      const end = first.index + first[0].length;
      for (const { index, 0: sheet } of others) text.move(index, index + sheet.length, end);
      return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
    },
  };
}

const dependencies = Object.keys(packageJson.dependencies);

const tags = readdirSync('src/elements').filter((name) => /^chat-[a-z-]+$/.test(name));
const entries = ['index', 'demo', 'locales/ar', ...tags.map((tag) => `elements/${tag}/${tag}`)];

/** What the parts that come later share: of its own, each set of sharers would make bundlers fetch a file. */
const later = {
  name: 'later',
  test: /\/src\/(lit\/later-|locales\/en-(?!rows|calls)|protocol\/(create-id|limits)|.*\/(ask|begin-call|clean-text|clock|error-text|focus|place-names|same-target)\.ts)/,
};

/** What tells of more than a few words: the first rows may wait for it, and fetch no words and icons of other parts. */
const rowParts = {
  name: 'row-parts',
  test: /\/src\/(elements\/(.*\/)?(list-text|message-preview|one-sound|call-(duration|text)|typing-text|file-(size|url)|links|signs|signs\.styles|kind\.styles)|lit\/(isolate|(row|call)-icons)|locales\/en-(rows|calls)|protocol\/calls)\.ts/,
};

/** The modules that are imported with `root`; what they import later is added to `later`. */
function reach(root: string, context: Rolldown.ChunkingContext, later = new Set<string>()) {
  const found = new Set([root]);
  for (const id of found) {
    const module = context.getModuleInfo(id);
    module?.importedIds.forEach((it) => found.add(it));
    module?.dynamicallyImportedIds.forEach((it) => later.add(it));
  }
  return found;
}

const pageTags = ['conversations', 'messages', 'composer'].map((name) =>
  posix.join(import.meta.dirname, `src/elements/chat-${name}/chat-${name}.ts`),
);

/** What a page's first rows need that other parts of it need, too, whether with them or later. */
function pageParts(context: Rolldown.ChunkingContext): Set<string> {
  const later = new Set<string>();
  const first = pageTags.map((root) => reach(root, context, later));
  const sharers = [...first, ...[...later].map((root) => reach(root, context))];
  const shared = (id: string) => sharers.filter((part) => part.has(id)).length > 1;
  return new Set(first.flatMap((part) => [...part]).filter(shared));
}

let pageSet: Set<string> | undefined;

const page: Rolldown.CodeSplittingGroup = {
  name: (id, context) => ((pageSet ??= pageParts(context)).has(id) ? 'page' : null),
  debugName: 'page',
  test: /\/src\//,
};

/**
 * dist/: a module for each thing that can be imported, in chunks/ what they share; dependencies are left to the
 * application's bundler. What every part needs is one chunk, what a page starts with is another, and so is what those
 * that come later need, since bundlers give each set of sharers a file of its own: of modules as small as sources an
 * application fetched twenty files before the first row, and each costs some milliseconds of
 * processor time.
 */
const modules: UserConfig = {
  build: {
    minify: false,
    sourcemap: true,
    lib: {
      entry: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
      formats: ['es'],
    },
    rolldownOptions: {
      external: (id) => dependencies.some((name) => id === name || id.startsWith(`${name}/`)),
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name].js',
        codeSplitting: {
          groups: [
            { name: 'base', test: /\/src\/(lit|protocol)\/(?!later-|call-|row-|isolate)/ },
            page,
            // Of the demo's server, what it starts with.
            { name: 'server', test: /\/src\/backends\//, tags: ['$initial'] },
            rowParts,
            later,
          ],
        },
      },
    },
  },
};

/** dist/cdn/: one file for a script tag; what is loaded on demand lies in chunks/ beside it. */
function cdn(entry: string, name: string, outDir = 'dist/cdn'): UserConfig {
  return {
    // Library mode leaves process.env.NODE_ENV alone; nanostores reads it and a browser has no process.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      // After the bundler's own minifier, which knows more of modules: together they leave 1 % less than either.
      minify: 'terser',
      terserOptions: { compress: { passes: 2 }, module: true },
      sourcemap: true,
      outDir,
      emptyOutDir: false,
      lib: { entry, formats: ['es'], fileName: () => name },
      rolldownOptions: {
        // In one file much is there at once that an application loads later.
        checks: { ineffectiveDynamicImport: false, pluginTimings: false },
        // Parts loaded on demand take what they share with the page from the one file, which may export more for them.
        preserveEntrySignatures: 'allow-extension',
        output: {
          codeSplitting: { groups: [{ name, tags: ['$initial'] }, rowParts, later] },
          chunkFileNames: 'chunks/[name]-[hash].js',
          // Library mode keeps the white space of ES modules unless the output itself is minified.
          minify: true,
          comments: { annotation: false },
        },
      },
    },
  };
}

export default defineConfig(({ mode }) => {
  const configs: Record<string, UserConfig> = {
    modules,
    cdn: cdn('src/index.ts', 'chat-elements.js'),
    'cdn-demo': cdn('src/demo/start.ts', 'chat-elements.demo.js'),
    // Three tags of a page and the client, for test/package to weigh.
    page: cdn('test/package/page.ts', 'page.js', '.cache/page'),
  };
  const config = configs[mode] ?? {};
  return {
    ...config,
    plugins: [...plugins, shortTemplates(), plainProperties(), stylesTogether()],
    build: { target: 'es2022', ...config.build },
  };
});
