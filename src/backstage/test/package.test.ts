import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MODULE_VERSION } from '../src/version.js';

/** Bytes, gzipped and without dependencies. */
const SIZE_BUDGET = 6.75 * 1024;

const root = new URL('../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

describe.each(['index', 'alpha'])('the built %s', entry => {
  it('stays within the size budget and imports only peers', async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: [fileURLToPath(new URL(`dist/${entry}.js`, root))],
      bundle: true,
      minify: true,
      format: 'esm',
      packages: 'external',
      write: false,
      metafile: true,
      outdir: '/',
    });
    const size = gzipSync(outputFiles[0].contents).length;
    console.info(`${entry}: ${size} bytes gzipped, of ${SIZE_BUDGET}`);
    expect(size).toBeLessThanOrEqual(SIZE_BUDGET);

    const imports = Object.values(metafile.outputs).flatMap(output => output.imports.map(({ path }) => path));
    // Nothing that an app of either system and of any supported version lacks.
    expect([...new Set(imports)]).toEqual(['@backstage/core-plugin-api']);
    expect(Object.keys(manifest.peerDependencies)).toEqual(['@backstage/core-plugin-api']);
  });
});

it('says its own version', () => {
  expect(MODULE_VERSION).toBe(manifest.version);
});

it('exports one module under both names', async () => {
  const [root, alpha] = await Promise.all([import('../src/index.js'), import('../src/alpha.js')]);
  expect(root.default).toBe(alpha.default);
});

it('locks its dependencies without naming a registry', () => {
  const lock = readFileSync(new URL('package-lock.json', root), 'utf8');
  expect(lock).not.toMatch(/"resolved": "\w+:|https?:\/\/registry/);
});
