// Makes dist: the package's code with the dashboard's cards in it (src/dashboard is no package of its own), charts in a
// chunk that is loaded when one is drawn, types rolled up, and what third parties' licences ask for.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const from = createRequire(join(root, 'package.json'));
const modules = join(dirname(from.resolve('echarts/package.json')), '..');
const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const run = (name, tool, ...args) => {
  const script = join(dirname(from.resolve(`${name}/package.json`)), 'bin', tool);
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
};

rmSync(join(root, 'dist'), { recursive: true, force: true });
rmSync(join(root, 'temp'), { recursive: true, force: true });

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { index: 'src/index.ts', legacy: 'src/legacy.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  chunkNames: '[name]-[hash]',
  // What a portal has: one copy of it, or contexts and refs are not found.
  external: Object.keys({ ...dependencies, ...peerDependencies }).flatMap(name => [name, `${name}/*`]),
  // The dashboard's folder may have modules of its own: these are the ones that this package names.
  alias: { echarts: join(modules, 'echarts') },
  loader: { '.css': 'text' },
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});
notices(metafile);
run('typescript', 'tsc', '-p', 'tsconfig.types.json');
const update = process.argv.includes('--local') ? ['--local'] : [];
for (const config of ['api-extractor.json', 'api-extractor.legacy.json']) {
  run('@microsoft/api-extractor', 'api-extractor', 'run', ...update, '-c', config);
}

/** Licences and notices of whatever is bundled and not ours. */
function notices({ inputs }) {
  const names = Object.keys(inputs)
    .map(path => relative(modules, join(root, path)))
    .filter(path => !path.startsWith('..'))
    .map(path => /^(@[^/]+\/)?[^/]+/.exec(path)[0]);
  const texts = [...new Set(names)].sort().map(name => {
    const folder = join(modules, name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const files = ['LICENSE', 'LICENSE.txt', 'NOTICE', 'CopyrightNotice.txt'].map(file => join(folder, file));
    const found = files.filter(file => existsSync(file)).map(file => readFileSync(file, 'utf8').trim());
    return [`${name} ${version} (${license})`, ...found].join('\n\n');
  });
  writeFileSync(join(root, 'dist/third-party.txt'), `${texts.join(`\n\n${'='.repeat(80)}\n\n`)}\n`);
}
