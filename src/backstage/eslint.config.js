import js from '@eslint/js';
import tsdoc from 'eslint-plugin-tsdoc';
import tseslint from 'typescript-eslint';

/** What Node has without an import. */
const NODE = Object.fromEntries(
  ['URL', 'URLSearchParams', 'fetch', 'AbortSignal', 'setTimeout', 'process'].map(name => [name, 'readonly']),
);

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '**/temp', 'compat/apps', '**/config.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { tsdoc },
    rules: { 'tsdoc/syntax': 'error' },
  },
  {
    files: ['src/**', '*/src/**'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'no-console': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  { files: ['scripts/**', '*/scripts/**', 'catalog/**', 'adoption-insights/**'], languageOptions: { globals: NODE } },
  {
    // These run in Node, and hand functions to a browser.
    files: ['frontend/browser/**'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'URL',
          'URLSearchParams',
          'fetch',
          'Request',
          'TextEncoder',
          'document',
          'localStorage',
          'getComputedStyle',
        ].map(name => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { exports: 'writable', require: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
