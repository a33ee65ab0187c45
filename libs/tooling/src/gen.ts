// `npm run gen -- KIND NAME [options]`: writes the boring part of a change, wired in, with specs that fail until a person has said what it does.
import { parseArgs } from 'node:util';
import { planConsumer } from './gen/consumer.ts';
import { planEntity } from './gen/entity.ts';
import { planEvent, planHandoff } from './gen/message.ts';
import { GeneratorProblem } from './gen/naming.ts';
import type { Plan } from './gen/plan.ts';
import { carryOut } from './gen/plan.ts';
import { planService } from './gen/service.ts';
import { planUseCase } from './gen/use-case.ts';
import type { SourceTree } from './workspace/tree.ts';
import { loadTree } from './workspace/tree.ts';

const usage = `npm run gen -- KIND NAME [options]
  use-case  DEPT/verb-noun  --entity E --event noun-verbed --roles r1,r2 --rule 4.19 --says "..." [--to dept,dept]
  event     DEPT/noun-verbed --subject lon --to dept,dept --says "..."
  handoff   DEPT/verb-noun  --to dept --subject app --deadline 2d --done "what completes it" --says "..."
  consumer  DEPT/act-when-noun-verbed --on sales.contract-signed.v1 --use-case verb-noun
  entity    DEPT/noun       --prefix lon --roles r1,r2 --says "A loan (贷款)"
  service   DEPT            --says "..."
--json prints what was written as JSON`;

type Options = Readonly<Record<string, string | undefined>>;

/** The plan of one command. @throws GeneratorProblem when something is missing or wrong */
export function planFor(tree: SourceTree, kind: string, name: string, options: Options): Plan {
  const need = (option: string): string => {
    const value = options[option];
    if (value === undefined || value.trim() === '') throw new GeneratorProblem(`--${option} is missing\n${usage}`);
    return value;
  };
  const list = (value: string): string[] => value.split(',').filter((part) => part !== '');
  if (kind === 'service') return planService(tree, { name, says: need('says') });
  const [department = '', own = ''] = name.split('/');
  const of = { department, name: own };
  const to = list(options['to'] ?? '');
  switch (kind) {
    case 'use-case':
      return planUseCase(tree, {
        ...of,
        to,
        entity: need('entity'),
        event: need('event'),
        roles: list(need('roles')),
        rule: need('rule'),
        says: need('says'),
      });
    case 'event':
      return planEvent(tree, { ...of, to, subject: need('subject'), says: need('says') });
    case 'handoff':
      return planHandoff(tree, {
        ...of,
        to: need('to'),
        subject: need('subject'),
        deadline: need('deadline'),
        done: need('done'),
        says: need('says'),
      });
    case 'consumer':
      return planConsumer(tree, { ...of, on: need('on'), useCase: need('use-case') });
    case 'entity':
      return planEntity(tree, { ...of, prefix: need('prefix'), roles: list(need('roles')), says: need('says') });
    default:
      throw new GeneratorProblem(`"${kind}" is no kind\n${usage}`);
  }
}

const text = { type: 'string' } as const;

async function main(root: string): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      entity: text,
      event: text,
      roles: text,
      rule: text,
      says: text,
      to: text,
      subject: text,
      deadline: text,
      done: text,
      on: text,
      'use-case': text,
      prefix: text,
      json: { type: 'boolean', default: false },
    },
  });
  const { json, ...options } = values;
  const [kind = '', name = ''] = positionals;
  try {
    const tree = loadTree(root);
    const plan = planFor(tree, kind, name, options);
    const written = await carryOut(tree, plan);
    if (json) console.log(JSON.stringify({ written, left: plan.left }));
    else
      for (const line of [
        ...written.map(({ path, lines }) => `${String(lines).padStart(5)} lines  ${path}`),
        'left for you:',
        ...plan.left.map((sentence) => `  - ${sentence}`),
      ])
        console.log(line);
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof GeneratorProblem)) throw thrown;
    console.error(thrown.message);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await main(process.cwd());
