import { test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { person, testSubgraph } from '@weilend/testing';
import { riskService } from '../src/risk.module.js';
test('sdl', async () => {
  const risk = await testSubgraph(riskService);
  const answer = await risk.graph('{ _service { sdl } }', {}, person('risk', 'risk-manager'));
  writeFileSync('/tmp/w/risk.graphql', (answer.data as unknown as { _service: { sdl: string } })._service.sdl);
  await risk.stop();
});
