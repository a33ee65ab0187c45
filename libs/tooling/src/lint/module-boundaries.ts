// Options of @nx/enforce-module-boundaries: the same house, told in Nx's tags, so that the project graph itself is judged (package.json included)
// and cycles are found. Finer lines (which library, which layer) are drawn by weilend/imports.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../workspace/tree.ts';

const departments = readdirSync(join(repositoryRoot, 'services'));

interface DepConstraint {
  readonly sourceTag: string;
  readonly onlyDependOnLibsWithTags: readonly string[];
}

const belowServices = ['type:kernel', 'type:contracts', 'type:platform'];

const typeConstraints: readonly DepConstraint[] = [
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['type:kernel'] },
  { sourceTag: 'type:platform', onlyDependOnLibsWithTags: belowServices },
  { sourceTag: 'type:service-lib', onlyDependOnLibsWithTags: belowServices },
  { sourceTag: 'type:service', onlyDependOnLibsWithTags: [...belowServices, 'type:service-lib'] },
  { sourceTag: 'type:gateway', onlyDependOnLibsWithTags: belowServices },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: [...belowServices, 'type:service-lib'] },
  { sourceTag: 'type:tooling', onlyDependOnLibsWithTags: [...belowServices, 'type:service-lib'] },
];

const scopeConstraints: readonly DepConstraint[] = [
  ...departments.map((name) => ({ sourceTag: `scope:${name}`, onlyDependOnLibsWithTags: [`scope:${name}`, 'scope:shared'] })),
  { sourceTag: 'scope:gateway', onlyDependOnLibsWithTags: ['scope:gateway', 'scope:shared'] },
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
];

/** Specs may lean on @weilend/testing, which leans on everything: only there the line is open. */
export function moduleBoundaries(use: 'production' | 'tests'): Record<string, unknown> {
  const forTests = ({ sourceTag, onlyDependOnLibsWithTags: tags }: DepConstraint): DepConstraint => ({
    sourceTag,
    onlyDependOnLibsWithTags: [...tags, ...belowServices, 'type:service-lib', 'type:testing'],
  });
  return {
    enforceBuildableLibDependency: false,
    allow: [],
    // libs/testing uses the libraries whose specs use libs/testing: a circle of specs, not of products.
    ignoredCircularDependencies: [['@weilend/testing', '*']],
    depConstraints: [...(use === 'tests' ? typeConstraints.map(forTests) : typeConstraints), ...scopeConstraints],
  };
}
