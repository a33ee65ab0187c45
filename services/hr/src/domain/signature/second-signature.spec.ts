import { expect, test } from '@jest/globals';
import { requireRead } from './second-signature.js';

test.each([[null], [undefined], [3]])('[1.7, 5.6] who read version %s may sign version 3', (version) => {
  expect(() => requireRead({ version }, { version: 3 })).not.toThrow();
});

test.each([[0], [2], [4], [-1]])('[1.7, 5.6] who read version %s is refused version 3', (version) => {
  expect(() => requireRead({ version }, { version: 3 })).toThrow(
    expect.objectContaining({ code: 'PROPOSAL_CHANGED', data: { read: version, version: 3 }, field: 'version' }),
  );
});
