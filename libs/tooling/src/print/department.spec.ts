import { describe, expect, test } from '@jest/globals';
import { printConfigTable, printDepartment, printEnvironment, printMachine } from './department.ts';
import { configSchemaIn, machinesIn, refusalsIn, serviceDefinitionIn } from './description.ts';

const port = { name: 'PORT', required: false, default: '4004', secret: false, description: 'Port to listen on' };
const key = { name: 'FIELD_KEY', required: true, secret: true, description: 'Encrypts personal data' };
const machine = { name: 'loan', initial: 'under-check', states: { 'under-check': { pass: 'paid', fail: 'under-check' }, paid: {} } };

describe('what a department prints', () => {
  test('the environment example can be used as it is and holds no secret', () => {
    expect(printEnvironment([port, key])).toBe(
      '# Printed from the configuration schema by `npm run print`; do not edit.\n\n# Port to listen on (optional)\n# PORT=4004\n\n# Encrypts personal data (required, secret)\nFIELD_KEY=\n',
    );
  });

  test('the table of the configuration names the kind of default', () => {
    expect(printConfigTable([port, key]).split('\n').slice(2)).toEqual([
      '| `PORT` | no | `4004` | Port to listen on |',
      '| `FIELD_KEY` | yes | (secret) | Encrypts personal data |',
    ]);
  });

  test('a machine is a diagram that Mermaid can read: dashes are quoted, final states end', () => {
    expect(
      printMachine(machine)
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual([
      '```mermaid',
      'stateDiagram-v2',
      'state "under-check" as under_check',
      '[*] --> under_check',
      'under_check --> paid: pass',
      'under_check --> under_check: fail',
      'paid --> [*]',
      '```',
    ]);
  });

  test('files appear for what there is, and none for what there is not', async () => {
    const nothing = { project: 'services/finance', machines: [], refusals: {} };
    expect(await printDepartment(nothing, undefined)).toEqual([]);
    expect(await printDepartment(nothing, '# Finance\n')).toEqual([{ path: 'services/finance/README.md', text: '# Finance\n' }]);
    const full = await printDepartment({ ...nothing, sdl: 'type Query', config: [port], machines: [machine] }, '# Finance\n');
    expect(full.map(({ path }) => path)).toEqual([
      'services/finance/schema.graphql',
      'services/finance/.env.example',
      'services/finance/README.md',
    ]);
    expect(full[2]?.text).toMatch(/# Finance[\s\S]*stateDiagram[\s\S]*`PORT`/);
  });
});

describe('what is found in the modules of a department', () => {
  const next = (): string => 'paid';

  test('machines, and nothing that only looks like one', () => {
    expect(machinesIn({ loanMachine: { ...machine, next }, table: machine, helper: next, text: 'a', nothing: null })).toEqual([machine]);
  });

  test('refusals, and nothing else', () => {
    const entry = { rule: '4.19', en: 'no', zh: '否' };
    expect(
      refusalsIn({ financeErrors: { NOT_SIGNED: entry }, more: { OVER_LIMIT: entry }, empty: {}, mixed: { A: entry, b: 1 }, f: next }),
    ).toEqual({ NOT_SIGNED: entry, OVER_LIMIT: entry });
  });

  test('the one configuration schema', () => {
    const schema = { shape: {}, safeParse: next };
    expect(configSchemaIn({ load: next, limits: { shape: {} }, financeConfig: schema })).toBe(schema);
    expect(configSchemaIn({ load: next })).toBeUndefined();
  });

  test('what defineService returned, not what resembles it', () => {
    const definition = { department: 'finance', config: { shape: {}, safeParse: next }, resolvers: [] };
    expect(serviceDefinitionIn({ start: next, financeService: definition, default: definition })).toBe(definition);
    expect(
      serviceDefinitionIn({
        a: { ...definition, resolvers: undefined },
        b: { ...definition, config: {} },
        c: { ...definition, department: 1 },
      }),
    ).toBeUndefined();
  });
});
