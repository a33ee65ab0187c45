import { expect, test } from '@jest/globals';
import { permissionWalk, testSubgraph } from '@weilend/testing';
import { approvalService } from '../src/approval.module.js';

test('[2.2, 1.3] every query, mutation and reference is shut to whom the permission table shuts it', async () => {
  const subgraph = await testSubgraph(approvalService);
  try {
    const { doors, wrong } = await permissionWalk(subgraph);
    expect(wrong).toEqual([]);
    expect(doors).toBeGreaterThan(5);
  } finally {
    await subgraph.stop();
  }
}, 120_000);
