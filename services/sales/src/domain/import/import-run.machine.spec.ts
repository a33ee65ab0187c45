import { expect, test } from '@jest/globals';
import { IMPORT_STATES, importMachine, OPEN_IMPORTS } from './import-run.machine.js';
import type { ImportEvent } from './import-run.machine.js';

test('[2.8] every state x event of an import', () => {
  const events: ImportEvent[] = ['check', 'preview', 'refuse', 'import', 'finish', 'cancel', 'fail'];
  const table = IMPORT_STATES.map((state) => {
    const next = events.map((event) => (importMachine.can(state, event) ? importMachine.next(state, event) : '-'));
    return `${state}: ${next.join(' ')}`;
  });
  expect(table).toEqual([
    'queued: checking - - - - cancelled failed',
    'checking: - previewed refused importing - cancelled failed',
    'previewed: - - - - - - -',
    'refused: - - - - - - -',
    'importing: - - - - imported cancelled failed',
    'imported: - - - - - - -',
    'cancelled: - - - - - - -',
    'failed: - - - - - - -',
  ]);
  expect(OPEN_IMPORTS).toEqual(IMPORT_STATES.filter((state) => importMachine.can(state, 'cancel')));
});
