// Events and handoffs: entries of the contracts. A new type has no consumer yet; the topology's own test fails until every destination handles it.
import type { SourceTree } from '../workspace/tree.ts';
import { withEntry, withImport } from './edit.ts';
import { findEventsFile, requireDepartment } from './found.ts';
import { GeneratorProblem, nameOf } from './naming.ts';
import type { Plan } from './plan.ts';
import { quoted } from './use-case.ts';

export interface EventOptions {
  readonly department: string;
  /** Past tense: `repayment-reversed`. */
  readonly name: string;
  /** Prefix of the id of what it is about. */
  readonly subject: string;
  readonly to: readonly string[];
  readonly says: string;
}

export function planEvent(tree: SourceTree, { department, name, subject, to, says }: EventOptions): Plan {
  requireDepartment(tree, department);
  const type = `${department}.${nameOf(name).kebab}.v1`;
  const path = findEventsFile(tree, department);
  const entry = `{ subject: '${prefix(subject)}', to: [${quoted(to)}], description: ${JSON.stringify(says)}, data: z.object({}) }`;
  return {
    created: {},
    edited: { [path]: (text) => withEntry(text, `${department}Events`, type, entry) },
    left: [
      `${path}: what ${type} tells (ids and the few figures needed, never personal data)`,
      ...to.map((name) => `npm run gen -- consumer ${name}/… --on ${type}`),
      'npm run print',
    ],
  };
}

export interface HandoffOptions {
  /** Who gives the work. */
  readonly department: string;
  readonly name: string;
  readonly to: string;
  readonly subject: string;
  /** Working time: 3d, 4h, 30m. */
  readonly deadline: string;
  readonly says: string;
  /** What completes it, for people. */
  readonly done: string;
}

const handoffsPath = 'libs/contracts/src/handoffs/line.handoffs.ts';
const parametersPath = 'libs/contracts/src/parameters.ts';

export function planHandoff(tree: SourceTree, { department, name, to, subject, deadline, says, done }: HandoffOptions): Plan {
  requireDepartment(tree, department);
  if (!/^\d+[dhm]$/.test(deadline)) throw new GeneratorProblem(`"${deadline}" is no working time: write 3d, 4h or 30m`);
  const { kebab } = nameOf(name);
  const about = { subject: prefix(subject), description: JSON.stringify(says), completedBy: JSON.stringify(done) };
  const entry = `{ from: '${department}', to: '${to}', subject: '${about.subject}', deadline: '${deadline}', description: ${about.description}, completedBy: ${about.completedBy}, data: z.object({ participants: participantsField }) }`;
  return {
    created: {},
    edited: {
      [handoffsPath]: (text) => withEntry(withImport(text, ['participantsField'], '../fields.js'), 'lineHandoffs', kebab, entry),
      [parametersPath]: (text) => withEntry(text, 'parameterTypes', `deadline.${kebab}`, `deadline('${deadline}')`),
    },
    left: [
      `${handoffsPath}: what ${kebab} carries besides the participants`,
      `npm run gen -- consumer ${to}/… --on handoff.${kebab}.v1`,
      'npm run print',
    ],
  };
}

export function prefix(subject: string): string {
  if (!/^[a-z]{3}$/.test(subject)) throw new GeneratorProblem(`"${subject}" is no id prefix: three letters, as in app`);
  return subject;
}
