/** This package's version, as package.json has it. */
export const MODULE_VERSION = '0.3.0';
