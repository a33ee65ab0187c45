import { writeFileSync } from 'node:fs';
import { test } from '@jest/globals';
import { testSubgraph } from '@weilend/testing';
import { financeService } from '../src/finance.module.js';
test('sdl', async () => {
  const s = await testSubgraph(financeService);
  const a = await s.graph('{ _service { sdl } }');
  writeFileSync('/tmp/fin/finance.graphql', (a.data as any)._service.sdl);
  await s.stop();
});
