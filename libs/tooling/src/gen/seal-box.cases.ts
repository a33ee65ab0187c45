// A new use case of a new department, as a person would write it after the generators: what `npm run gen` leaves to do, so that its size can be
// counted. A box of business files is sealed once it is complete; after that nothing goes in.
import type { PlantedWorkspace } from '../testing/planted-workspace.ts';

export const commands: readonly (readonly string[])[] = [
  ['service', 'archive', '--says', 'Keeps the files of finished business (档案室).'],
  ['entity', 'archive/box', '--prefix', 'box', '--roles', 'auditor', '--says', 'A box of business files (档案盒)'],
];

export const useCase: readonly string[] = [
  ...['use-case', 'archive/seal-box', '--entity', 'box', '--event', 'box-sealed', '--to', 'compliance'],
  ...['--roles', 'compliance-officer', '--rule', '7.13', '--says', 'Seals a complete box; nothing goes in any more (封盒)'],
];

/** A piece of hand work: a new file, or lines put in after a mark that a file holds. */
interface HandWork {
  readonly path: string;
  readonly after?: string;
  readonly text: string;
}

const boxes = 'services/archive/src';
const paragraph =
  '// A box holds the files of finished business for the regulator. Once every file is in, it is sealed and opened only under witness.\n';

/** The fields of the entity: what belongs to the box, not to the use case. */
export const fields: readonly HandWork[] = [
  {
    path: `${boxes}/domain/box/box.ts`,
    text: `${paragraph}export interface Box {\n  readonly id: string;\n  readonly version: number;\n  readonly files: number;\n  readonly sealedBy: string | null;\n}\n`,
  },
  { path: `${boxes}/persistence/box.schema.ts`, after: 'fields: {', text: ' files: fields.count, sealedBy: fields.optionalText ' },
  { path: `${boxes}/persistence/box.schema.ts`, after: 'import { defineCollection', text: ', fields' },
  {
    path: `${boxes}/graphql/box.type.ts`,
    after: 'readonly id!: string;\n',
    text: '\n  @Field(() => String, { nullable: true })\n  readonly sealedBy!: string | null;\n',
  },
  { path: 'services/archive/test/builders/box.builder.ts', after: 'version: 0,', text: ' files: 0, sealedBy: null,' },
  {
    path: `${boxes}/persistence/box.repository.int-spec.ts`,
    after: 'Partial<Box>][] = [',
    text: "\n  ['an open box', { files: 1 }],\n  ['a sealed box', { sealedBy: 'Wang' }],\n",
  },
];

const sealBox = `${paragraph}import { DomainError } from '@weilend/kernel';
import type { Box } from './box.js';

/** Seals a box in the name of a witness [7.13]. */
export function sealBox(box: Box, input: { readonly witness: string }): Box {
  if (box.sealedBy !== null) throw new DomainError('BOX_SEALED');
  if (box.files === 0) throw new DomainError('BOX_EMPTY');
  if (input.witness.trim() === '') throw new DomainError('WITNESS_MISSING', {}, 'witness');
  return { ...box, sealedBy: input.witness };
}
`;

const codes = `
  BOX_SEALED: { rule: '7.13', en: 'the box is sealed', zh: '档案盒已封存' },
  BOX_EMPTY: { rule: '7.13', en: 'the box holds nothing', zh: '档案盒为空' },
  WITNESS_MISSING: { rule: '7.13', en: 'name the witness', zh: '请注明见证人' },
`;

const refusedRows = `
  ['a sealed box', { files: 1, sealedBy: 'Wang' }, { witness: 'Li' }, 'BOX_SEALED'],
  ['an empty box', { files: 0 }, { witness: 'Li' }, 'BOX_EMPTY'],
  ['a box without a witness', { files: 1 }, { witness: ' ' }, 'WITNESS_MISSING'],
`;

/** What the use case itself costs. */
export const handWork: readonly HandWork[] = [
  { path: `${boxes}/domain/box/seal-box.ts`, text: sealBox },
  { path: `${boxes}/domain/archive.errors.ts`, after: 'archiveErrors = {', text: codes },
  { path: `${boxes}/use-cases/seal-box/seal-box.use-case.ts`, after: 'readonly boxId: string;\n', text: '  readonly witness: string;\n' },
  { path: `${boxes}/use-cases/seal-box/seal-box.use-case.ts`, after: '{ boxId: box.id', text: ', files: box.files' },
  {
    path: `${boxes}/graphql/seal-box.input.ts`,
    after: 'readonly boxId!: string;\n',
    text: '\n  @Field(() => String)\n  readonly witness!: string;\n',
  },
  { path: 'libs/contracts/src/events/archive.events.ts', after: "boxId: id('box')", text: ', files: z.int()' },
  {
    path: `${boxes}/domain/box/seal-box.spec.ts`,
    after: 'Partial<Box>][] = [',
    text: "\n  ['a box with files', { files: 3 }, { witness: 'Li' }, { sealedBy: 'Li' }],\n",
  },
  { path: `${boxes}/domain/box/seal-box.spec.ts`, after: 'Input, string][] = [', text: refusedRows },
  {
    path: `${boxes}/use-cases/seal-box/seal-box.int-spec.ts`,
    after: 'Partial<Box>, object][] = [',
    text: "\n  ['a box with files', { files: 3 }, { witness: 'Li' }, { sealedBy: 'Li' }, { files: 3 }],\n",
  },
  { path: `${boxes}/use-cases/seal-box/seal-box.int-spec.ts`, after: 'Input, string][] = [', text: refusedRows },
  {
    path: 'services/archive/test/archive.api.int-spec.ts',
    after: "'UNAUTHENTICATED' | 'FORBIDDEN'][] = [",
    text: `
  ['nobody', undefined, seal, 'UNAUTHENTICATED'],
  ['an auditor', person(null, 'auditor'), seal, 'FORBIDDEN'],
`,
  },
  {
    path: 'services/archive/test/archive.api.int-spec.ts',
    after: "from '../src/archive.module.js';\n",
    text: '\nconst seal = \'mutation { sealBox(input: { boxId: "box_1", witness: "Li" }) { userErrors { code } } }\';\n',
  },
  { path: 'services/archive/test/archive.api.int-spec.ts', after: 'import { testSubgraph', text: ', person' },
];

/** Does the hand work in the workspace. @throws Error when a mark is not where a person would look for it */
export function writeByHand(workspace: PlantedWorkspace, work: readonly HandWork[], read: (path: string) => string): void {
  for (const { path, after, text } of work) {
    if (after === undefined) workspace.plant(path, text);
    else {
      const now = read(path);
      if (!now.includes(after)) throw new Error(`${path} has no "${after}"`);
      workspace.plant(path, now.replace(after, after + text));
    }
  }
}

/** Files touched and lines written, as a reviewer would count them. */
export function costOf(work: readonly HandWork[]): { readonly files: number; readonly lines: number } {
  const lines = work.map(({ text }) => text.trim().split('\n').length);
  return { files: new Set(work.map(({ path }) => path)).size, lines: lines.reduce((sum, count) => sum + count, 0) };
}
