// npm test: every guard of the project, one after the other, and what came of them in one line.
// `npm test -- lint test:unit` runs only the steps named.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A guard against what hangs: a slow machine takes twice as long as a quick one. */
const longestStep = 30 * 60_000;

/** Each is a script of package.json; `count` says how its tests are told from its result. */
const steps = [
  { script: 'lint' },
  { script: 'typecheck' },
  { script: 'test:layers', count: nodeTests },
  { script: 'test:unit', count: countFile },
  { script: 'build' },
  { script: 'test:stories', args: ['--reporter=default', '--reporter=json'], count: vitestReport },
  { script: 'test:package', count: nodeTests },
];

function nodeTests({ output }) {
  const number = (word) => Number(output.match(new RegExp(`^(?:ℹ|#) ${word} (\\d+)`, 'm'))[1]);
  return { passed: number('pass'), failed: number('fail') + number('cancelled') };
}

function countFile({ report }) {
  return JSON.parse(readFileSync(report, 'utf8'));
}

function vitestReport({ report }) {
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = testResults.map(({ status, assertionResults }) => {
    const tests = assertionResults.filter((result) => result.status === 'failed').length;
    // A file that could not be loaded has no tests to fail.
    return tests || (status === 'failed' ? 1 : 0);
  });
  return { passed: numPassedTests, failed: failed.reduce((sum, number) => sum + number, 0) };
}

function run({ script, args = [] }, report) {
  const outputFile = args.length ? [`--outputFile.json=${report}`] : [];
  const child = spawn('npm', ['run', '--silent', script, '--', ...args, ...outputFile], {
    env: { ...process.env, COUNT_FILE: report, FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    from.setEncoding('utf8');
    from.on('data', (text) => {
      output += text;
      to.write(text);
    });
  }
  const timer = setTimeout(() => {
    console.error(`${script} took more than ${longestStep / 60_000} minutes and was stopped.`);
    process.kill(-child.pid, 'SIGKILL');
  }, longestStep);
  return new Promise((resolve) => {
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status, output, report });
    });
  });
}

/** Tests passed and failed; a step that failed without a failed test counts as one failure. */
function count(step, result) {
  const check = { passed: result.status === 0 ? 1 : 0, failed: result.status === 0 ? 0 : 1 };
  if (!step.count) return check;
  try {
    const { passed, failed } = step.count(result);
    if (result.status === 0 && passed + failed === 0) return { passed: 0, failed: 1 };
    return { passed, failed: result.status === 0 ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some(({ script }) => script === name));
if (unknown.length) {
  console.error(
    `No such step: ${unknown.join(', ')}. There are: ${steps.map((s) => s.script).join(', ')}`,
  );
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'chat-elements-'));
const rows = [];
for (const step of steps) {
  if (wanted.length && !wanted.includes(step.script)) continue;
  console.log(`\n=== ${step.script}`);
  const start = performance.now();
  const result = await run(step, join(folder, `${step.script.replace(':', '-')}.json`));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  rows.push({ script: step.script, seconds, ...count(step, result) });
}
rmSync(folder, { recursive: true });

console.log('\n=== all');
for (const { script, seconds, passed, failed } of rows) {
  const mark = failed ? 'FAILED' : 'ok';
  console.log(
    `${mark.padEnd(7)} ${script.padEnd(13)} ${seconds.padStart(6)} s  ${passed} passed, ${failed} failed`,
  );
}
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;
