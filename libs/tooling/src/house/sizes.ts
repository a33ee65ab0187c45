// How long a file may be, in lines: a warning says "think of splitting", a failure says "split". The first entry that matches a path counts.

export interface SizeLimit {
  readonly what: string;
  readonly matches: RegExp;
  readonly warn: number;
  readonly fail: number;
}

export const sizeLimits: readonly SizeLimit[] = [
  { what: 'spec', matches: /\.(spec|int-spec|story|cases)\.ts$/, warn: 300, fail: 400 },
  { what: 'domain file', matches: /^services\/[^/]+\/src\/domain\//, warn: 150, fail: 250 },
  { what: 'use case', matches: /\.use-case\.ts$/, warn: 120, fail: 180 },
  { what: 'resolver, repository or schema', matches: /\.(resolver|repository|schema)\.ts$/, warn: 180, fail: 250 },
  { what: 'consumer, processor, module or main', matches: /(\.(consumer|processor|module)|\/main)\.ts$/, warn: 80, fail: 120 },
  { what: 'file', matches: /^(libs|services|gateway|infra|tests)\/.*\.(ts|mjs)$/, warn: 220, fail: 300 },
];
