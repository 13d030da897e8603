// Starts what the test needs, on ports that are free.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const LONGEST_LOG = 5_000_000; // characters
const PATIENCE = 300_000; // milliseconds; machines that build are slow

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Asks until the answer is one that is wanted. */
export async function until(what, ask) {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const answer = await ask().catch(() => undefined);
    if (answer) {
      return answer;
    }
    await new Promise(again => setTimeout(again, 200));
  }
  throw new Error(`${what} took more than ${PATIENCE / 1000} s`);
}

/** Runs until `stop` is called; an end before `ready`, told what was printed, is an error that says so. */
export async function start(command, args, { cwd, env, ready }) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const keep = text => (printed = (printed + text).slice(-LONGEST_LOG));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise(resolve => child.once('exit', code => resolve(code ?? 'killed')));
  const died = ended.then(code => {
    throw new Error(`${command} ended (${code}): ${printed.slice(-20_000)}`);
  });
  died.catch(() => {}); // only whoever waits for the start is told
  const stop = async (signal = 'SIGTERM') => {
    child.kill(signal);
    await ended;
  };
  try {
    await Promise.race([died, until(`the start of ${command}`, () => ready(printed))]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: child.pid, stop, printed: () => printed };
}

/** Runs to the end; gives what was printed on standard error. */
export function run(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
    let printed = '';
    child.stderr.on('data', text => (printed += text));
    child.once('error', reject);
    child.once('close', code => (code === 0 ? resolve(printed) : reject(new Error(`${command}: ${code}\n${printed}`))));
  });
}
