import { rmSync } from 'node:fs';

// Otherwise a module that was renamed would be packed under its old name too. Npm runs it in the package's folder.
rmSync('dist', { recursive: true, force: true });
