import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

/** Bytes, gzipped and without dependencies. */
const SIZE_BUDGET = 6 * 1024;

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
    const expected =
      entry === 'index'
        ? ['@backstage/core-plugin-api']
        : ['@backstage/frontend-plugin-api', '@backstage/plugin-app-react'];
    expect(imports.sort()).toEqual(expected);
    expect(Object.keys(manifest.peerDependencies)).toEqual(expect.arrayContaining(expected));
  });
});

it('locks its dependencies without naming a registry', () => {
  const lock = readFileSync(new URL('package-lock.json', root), 'utf8');
  expect(lock).not.toMatch(/"resolved"|https?:\/\/registry/);
});
