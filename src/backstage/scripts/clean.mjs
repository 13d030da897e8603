import { rmSync } from 'node:fs';

// Otherwise a module that was renamed would be packed under its old name too.
rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
