import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** What the files of a folder of src may import besides their own folder. `demo.ts` and `demo/` may import everything. */
const mayImport = {
  protocol: [],
  client: ['protocol'],
  backends: ['protocol'],
  locales: ['lit'],
  lit: ['protocol', 'client', 'locales'],
  elements: ['protocol', 'client', 'lit', 'locales'],
  frameworks: ['index.ts'],
  'index.ts': ['protocol', 'client', 'lit', 'elements', 'locales'],
};
const rendering = /^(lit|@lit\/.*|lit\/.*)$/;
const headless = ['protocol', 'client', 'backends'];
const vagueNames = new Set(['utils', 'util', 'shared', 'helpers', 'common', 'misc']);
const longest = 400;
/** Words are data: a language is as long as it is. */
const isData = (path) => path.startsWith('src/locales/');

/** English of what is loaded on demand: who says a word from there brings it, or the reader sees none. */
const laterWords = ['src/locales/en-later.ts', 'src/locales/en-rows.ts'];

/** Loaded with the first act: what is on show must not bring it. */
const acts = 'src/client/acts/';

/** Every `.ts` file of src, test and stories, and the scripts among them: path from the root -> text. */
export function readSources(root) {
  const sources = new Map();
  for (const top of ['src', 'test', 'stories']) {
    for (const name of readdirSync(join(root, top), { recursive: true })) {
      const path = posix.join(top, name.replaceAll('\\', '/'));
      if (/\.(ts|js|mjs)$/.test(path)) sources.set(path, readFileSync(join(root, path), 'utf8'));
    }
  }
  return sources;
}

/** The imports of a file, the texts in its code, the keys of its own objects, and the lines where it says `any`. */
function parse(path, text) {
  const imports = [];
  const anyLines = [];
  const texts = new Set();
  const keys = new Set();
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const add = (specifier, kind) => {
    if (specifier && ts.isStringLiteralLike(specifier))
      imports.push({ kind, specifier: specifier.text });
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.isTypeOnly ? 'type' : 'runtime');
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'runtime');
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], 'lazy');
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, 'type');
    } else if (node.kind === ts.SyntaxKind.AnyKeyword) {
      anyLines.push(file.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    } else if (ts.isStringLiteralLike(node) && !ts.isLiteralTypeNode(node.parent)) {
      texts.add(node.text);
    } else if (ts.isVariableStatement(node) && node.parent === file) {
      for (const { initializer } of node.declarationList.declarations)
        if (initializer && ts.isObjectLiteralExpression(initializer))
          for (const { name } of initializer.properties) keys.add(name?.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { imports, texts, keys, anyLines };
}

const folderOf = (path) => path.split('/')[1];
const isPackage = (specifier) => !specifier.startsWith('.') && !specifier.startsWith('/');

function resolve(from, specifier, sources) {
  const path = posix.join(posix.dirname(from), specifier);
  const asSource = path.replace(/\.js$/, '.ts');
  return sources.has(asSource) ? asSource : path;
}

/** Why the import is not allowed, or undefined. */
function forbidden(from, to) {
  const [source, target] = [folderOf(from), folderOf(to)];
  if (!to.startsWith('src/')) return 'src imports only from src';
  if (/^src\/demo(\/|\.ts$)/.test(from)) return undefined;
  if (source === target) {
    if (source !== 'backends') return undefined;
    // Each server has a folder; what serves them all lies beside the folders.
    const [own, other] = [from.split('/'), to.split('/')];
    const apart = own.length > 3 && other.length > 3 && own[2] !== other[2];
    return apart ? 'one backend does not know another' : undefined;
  }
  if (!(source in mayImport)) return `src/${source} has no place among the layers`;
  if (mayImport[source].includes(target)) return undefined;
  return `${source} may import only from ${mayImport[source].join(', ') || 'itself'}`;
}

function* cycles(graph) {
  const done = new Set();
  const trail = [];
  function* walk(path) {
    const start = trail.indexOf(path);
    if (start >= 0) yield [...trail.slice(start), path];
    if (done.has(path) || start >= 0) return;
    trail.push(path);
    for (const next of graph.get(path) ?? []) yield* walk(next);
    trail.pop();
    done.add(path);
  }
  for (const path of graph.keys()) yield* walk(path);
}

/** Everything that breaks the rules of the house, one line each. */
export function findProblems(sources) {
  const problems = [];
  const graph = new Map();
  /** The same, and types, of one layer. */
  const within = new Map();
  const later = laterWords.flatMap((from) => {
    const text = sources.get(from);
    return text ? [{ from, words: parse(from, text).keys }] : [];
  });
  for (const [path, text] of sources) {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    if (lines > longest && !isData(path))
      problems.push(`${path}: ${lines} lines, more than ${longest}`);
    const vague = path.split('/').find((part) => vagueNames.has(part.replace(/\.\w+$/, '')));
    if (vague) problems.push(`${path}: "${vague}" says nothing; put a helper beside its user`);
    if (!path.endsWith('.ts')) continue;

    const { imports, texts, anyLines } = parse(path, text);
    for (const line of anyLines) problems.push(`${path}:${line}: explicit any`);
    if (!path.startsWith('src/')) continue;

    if (/^src\/.+\/index\.ts$/.test(path)) problems.push(`${path}: a barrel below the root`);
    graph.set(path, []);
    within.set(path, []);
    for (const { kind, specifier } of imports) {
      if (isPackage(specifier)) {
        const folder = folderOf(path);
        if (folder === 'protocol') problems.push(`${path}: ${specifier}: protocol imports nothing`);
        else if (headless.includes(folder) && rendering.test(specifier))
          problems.push(`${path}: ${specifier}: ${folder} renders nothing`);
        continue;
      }
      if (!/\.(js|json)$/.test(specifier))
        problems.push(`${path}: ${specifier}: write the extension .js`);
      const to = resolve(path, specifier, sources);
      const reason = forbidden(path, to);
      if (reason) problems.push(`${path}: ${specifier}: ${reason}`);
      if (kind === 'runtime' && to.startsWith(acts) && !path.startsWith(acts))
        problems.push(`${path}: ${specifier}: acts are loaded on demand`);
      // A lazy import runs after both modules are there; a type may come from another layer, which brings nothing.
      if (kind === 'runtime') graph.get(path).push(to);
      if (kind !== 'lazy' && folderOf(path) === folderOf(to)) within.get(path).push(to);
    }
    if (folderOf(path) !== 'elements') continue;
    for (const { from, words } of later) {
      const word = !graph.get(path).includes(from) && [...texts].find((said) => words.has(said));
      if (word) problems.push(`${path}: import ${from}, which brings "${word}", or move the word`);
    }
  }
  const circles = new Set([...cycles(graph), ...cycles(within)].map((one) => one.join(' -> ')));
  for (const circle of circles) problems.push(`cycle: ${circle}`);
  return problems;
}
