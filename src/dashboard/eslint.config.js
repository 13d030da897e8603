import js from '@eslint/js';
import tsdoc from 'eslint-plugin-tsdoc';
import tseslint from 'typescript-eslint';

/** What a page never does: the policy of its content forbids it, or a text would become markup. */
const FORBIDDEN = ['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map(property => ({
  property,
  message: 'Texts stay texts: build elements with h().',
}));

export default tseslint.config(
  { ignores: ['node_modules'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    plugins: { tsdoc },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'tsdoc/syntax': 'error',
      'no-console': 'error',
      'no-restricted-properties': ['error', ...FORBIDDEN],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['cards/**'],
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'location', 'history', 'sessionStorage', 'localStorage'],
    },
  },
);
