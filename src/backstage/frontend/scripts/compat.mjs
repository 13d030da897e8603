// Installs the packed packages into fresh apps of the releases in compat/releases.json, as anybody would: without --force
// and without --legacy-peer-deps. Type-checks and loads each, and compares the table in README.md with what was run;
// `--write` writes it. With the name of a release only that one, which CI may leave out.
// Usage: node scripts/compat.mjs <folder> [--write | <release>]
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const workspace = join(root, '..');
const folder = resolve(process.argv[2]);
const releases = JSON.parse(readFileSync(join(root, 'compat/releases.json'), 'utf8'));
const named = process.argv.slice(3).find(one => !one.startsWith('--'));
const wanted = releases.filter(({ backstage, onRequest }) => (named ? backstage === named : !onRequest));
if (wanted.length === 0) {
  process.stderr.write(`compat: ${named} is none of ${releases.map(({ backstage }) => backstage).join(', ')}\n`);
  process.exit(1);
}

/** Npm's own defaults, whatever this workspace's settings are. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_config_(legacy|force)/i.test(name)),
);
const run = (cwd, command, ...args) => execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: 'pipe' });

const tsconfig = {
  compilerOptions: {
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'Bundler',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    jsx: 'react-jsx',
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  },
  include: ['compat'],
};

mkdirSync(folder, { recursive: true });
// With the module, as portals have both.
const tarballs = ['common', 'frontend', '.'].map(name =>
  join(
    folder,
    run(join(workspace, name), 'npm', 'pack', '--silent', '--pack-destination', folder).trim().split('\n').pop(),
  ),
);
for (const release of wanted) {
  const app = join(folder, release.backstage);
  mkdirSync(app, { recursive: true });
  install(app, release);
  const apps = join(app, 'compat');
  rmSync(apps, { recursive: true, force: true });
  cpSync(join(root, 'compat/apps/load.ts'), join(apps, 'load.ts'));
  writeFileSync(join(app, 'tsconfig.json'), JSON.stringify(tsconfig));
  run(app, process.execPath, join(workspace, 'node_modules/typescript/bin/tsc'), '-p', '.');
  await bundle(app);
  run(app, process.execPath, 'out/load.js');
  process.stdout.write(`${row(release)}\n`);
}
compare(
  [
    '| Backstage | core-plugin-api | frontend-plugin-api | old system | new system |',
    '|---|---|---|---|---|',
    ...releases.map(row),
  ].join('\n'),
);

function install(app, release) {
  // What is there of this very release is installed already; the packages themselves always are new.
  const manifest = JSON.stringify({ private: true, type: 'module', dependencies: release.packages });
  const known = join(app, 'installed.json');
  const options = ['--no-audit', '--no-fund', '--loglevel=error'];
  if (!existsSync(known) || readFileSync(known, 'utf8') !== manifest) {
    rmSync(join(app, 'node_modules'), { recursive: true, force: true });
    rmSync(join(app, 'package-lock.json'), { force: true });
    writeFileSync(join(app, 'package.json'), manifest);
    run(app, 'npm', 'install', ...options);
    writeFileSync(known, manifest);
  }
  run(app, 'npm', 'install', ...options, ...tarballs);
}

/** What is loaded later is bundled too, and in files of its own. */
async function bundle(app) {
  await build({
    entryPoints: [join(app, 'compat/load.ts')],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    outdir: join(app, 'out'),
    banner: { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" },
    loader: { '.svg': 'dataurl', '.css': 'empty', '.woff2': 'dataurl', '.png': 'dataurl' },
    logLevel: 'error',
  });
}

function row({ backstage, packages, browser }) {
  const done = `installed, type-checked, loaded${browser ? ', run in Chromium' : ''}`;
  const name = key => packages[`@backstage/${key}`];
  return `| ${backstage} | ${name('core-plugin-api')} | ${name('frontend-plugin-api')} | ${done} | ${done} |`;
}

function compare(table) {
  const file = join(root, 'README.md');
  const readme = readFileSync(file, 'utf8');
  if (process.argv.includes('--write')) {
    writeFileSync(file, readme.replace(/(?<=<!-- releases -->\n)[^]*(?=<!-- \/releases -->)/, `${table}\n`));
  } else if (!readme.includes(`<!-- releases -->\n${table}\n<!-- /releases -->`)) {
    process.stderr.write('compat: the table in README.md is not what was run; --write writes it\n');
    process.exit(1);
  }
}
