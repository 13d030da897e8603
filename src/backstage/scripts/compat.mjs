// Installs the package into fresh apps of the releases in compat/releases.json, as anybody would: from the packed
// tarball, without --force and without --legacy-peer-deps. Type-checks, bundles and loads each, and compares the table
// in README.md with what was run; `--write` writes it. Usage: node scripts/compat.mjs <folder> [--write]
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = resolve(process.argv[2]);
const releases = JSON.parse(readFileSync(join(root, 'compat/releases.json'), 'utf8'));

/** Npm's own defaults, whatever this package's settings are. */
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
  include: ['apps'],
};

const tarball = join(
  folder,
  run(root, 'npm', 'pack', '--silent', '--pack-destination', folder).trim().split('\n').pop(),
);
const rows = [];
for (const [index, release] of releases.entries()) {
  const app = join(folder, release.backstage);
  mkdirSync(app, { recursive: true });
  install(app, release);
  copyApps(app, release, index === releases.length - 1);
  writeFileSync(join(app, 'tsconfig.json'), JSON.stringify(tsconfig));
  run(app, process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-p', '.');
  for (const system of release.systems) {
    await bundle(app, `${system}.tsx`, 'browser');
  }
  for (const entry of executed(release)) {
    await bundle(app, `${entry}.ts`, 'node');
    run(app, process.execPath, `out/${entry}.js`);
  }
  rows.push(row(release));
  process.stdout.write(`${rows.at(-1)}\n`);
}
compare(
  [
    '| Backstage | core-plugin-api | frontend-plugin-api | React | old system | new system |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n'),
);

function install(app, release) {
  // What is there of this very release is installed already; the package itself always is new.
  const manifest = JSON.stringify({ private: true, type: 'module', dependencies: release.packages });
  const known = join(app, 'installed.json');
  if (!existsSync(known) || readFileSync(known, 'utf8') !== manifest) {
    rmSync(join(app, 'node_modules'), { recursive: true, force: true });
    rmSync(join(app, 'package-lock.json'), { force: true });
    writeFileSync(join(app, 'package.json'), manifest);
    run(app, 'npm', 'install', '--no-audit', '--no-fund', '--loglevel=error');
    writeFileSync(known, manifest);
  }
  run(app, 'npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', tarball);
}

function executed({ systems }) {
  return systems.includes('new') ? ['load', 'form'] : ['load'];
}

/** The last release's app has the pages for the browser tests, too. */
function copyApps(app, release, isLast) {
  const apps = join(app, 'apps');
  rmSync(apps, { recursive: true, force: true });
  const entries = [...release.systems.map(system => `${system}.tsx`), ...executed(release).map(entry => `${entry}.ts`)];
  for (const file of entries) {
    cpSync(join(root, 'compat/apps', file), join(apps, file));
  }
  if (isLast) {
    cpSync(join(root, 'browser/apps'), join(apps, 'browser'), { recursive: true });
  }
}

async function bundle(app, entry, platform) {
  await build({
    entryPoints: [join(app, 'apps', entry)],
    bundle: true,
    format: 'esm',
    platform,
    outfile: join(app, 'out', entry.replace(/\.tsx?$/, '.js')),
    banner:
      platform === 'node'
        ? { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" }
        : {},
    jsx: 'automatic',
    loader: { '.svg': 'dataurl', '.css': 'empty', '.woff2': 'dataurl', '.png': 'dataurl' },
    logLevel: 'error',
  });
}

function row({ backstage, packages, react, systems }) {
  const done = 'installed, type-checked, loaded';
  const say = system => (systems.includes(system) ? done : 'not tried');
  const name = key => packages[`@backstage/${key}`] ?? 'none';
  return `| ${backstage} | ${name('core-plugin-api')} | ${name('frontend-plugin-api')} | ${react} | ${say('old')} | ${say('new')} |`;
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
