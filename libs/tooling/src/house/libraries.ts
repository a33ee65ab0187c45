// Who may import whom: the table of the house, as data. ESLint (imports), tidy (package.json) and the generators read this one copy.

const platform = ['kernel', 'contracts', 'mongo', 'messaging', 'auth', 'graphql', 'files', 'documents', 'boot'] as const;

/** Library -> the libraries it may import. A library that is not listed may not exist. */
export const libraryImports: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  contracts: ['kernel'],
  mongo: ['kernel'],
  messaging: ['kernel', 'contracts', 'mongo'],
  auth: ['kernel', 'contracts', 'mongo'],
  graphql: ['kernel', 'contracts', 'auth'],
  files: ['kernel', 'mongo'],
  documents: ['kernel'],
  boot: ['kernel'],
  service: platform,
  testing: [...platform, 'service'],
  // Scripts: they read built libraries to print what is generated from them, and nothing imports them.
  tooling: ['kernel', 'contracts', 'boot', 'service'],
};

/** What production code of a department may import. `testing` is for specs only, `tooling` for nobody. */
export const serviceImports: readonly string[] = [...platform, 'service'];

export const gatewayImports: readonly string[] = ['kernel', 'contracts', 'boot', 'auth'];

/** Importable from specs, test folders and stories, whatever the project. */
export const testOnlyLibrary = 'testing';

/** Inside a department: layer -> layers it may import. Files straight under src/ are `root` (module, main, config). */
export const layerImports: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  persistence: ['persistence', 'domain'],
  // An adapter implements the port that stands beside its use case: that one file is let through by name (see judge-import).
  adapters: ['adapters', 'domain'],
  'use-cases': ['use-cases', 'persistence', 'adapters', 'domain'],
  queries: ['queries', 'persistence', 'domain'],
  graphql: ['graphql', 'use-cases', 'queries', 'domain'],
  consumers: ['consumers', 'use-cases', 'queries', 'domain'],
  jobs: ['jobs', 'use-cases', 'queries', 'domain'],
};
