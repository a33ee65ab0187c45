// All tidy rules. A rule that is not in this list does not run; the spec of each plants what it must catch.
import { declaredImports } from './declared-imports.ts';
import { domainOpenings, domainSpecs } from './domain-files.ts';
import { environment } from './environment.ts';
import type { TidyRule } from './finding.ts';
import { names } from './names.ts';
import { noOpenEnds } from './open-ends.ts';
import { noOutsideAddresses } from './outside.ts';
import { houseDependencies, projectTags } from './projects.ts';
import { sizes } from './sizes.ts';
import { noFocusedTests, noSleepingTests } from './tests.ts';
import { pinnedVersions, singleCopies, singleVersions } from './versions.ts';

export const tidyRules: readonly TidyRule[] = [
  names,
  sizes,
  domainSpecs,
  domainOpenings,
  noFocusedTests,
  noSleepingTests,
  noOpenEnds,
  projectTags,
  houseDependencies,
  declaredImports,
  pinnedVersions,
  singleVersions,
  singleCopies,
  noOutsideAddresses,
  environment,
];
