import { businessDateOf, newId } from '@weilend/kernel';
import type { Database, Migration } from '@weilend/mongo';

type Row = Readonly<Record<string, unknown>> & { readonly _id: string };
interface Keyed {
  readonly _id: string;
  readonly createdAt: Date;
  readonly retiredAt: Date | null;
}

const FACTS = ['department', 'roles', 'managerId', 'position', 'level', 'hiredOn', 'active', 'leftBecause'];

/**
 * People from before they had positions and a history: each gets a first row of it, as he was then known, and who had left a second one of when he did.
 * Their passwords are their own; sign-ins were last used when they began; the newest signing key goes on signing, any other one is over. Running it again
 * changes nothing.
 */
export const peopleAndSignIn: Migration = {
  name: '0001-people-and-sign-in',
  async up(database: Database): Promise<void> {
    const fill = async (collection: string, missing: string, first: object | object[]): Promise<void> => {
      await database.collection(collection).updateMany({ [missing]: { $exists: false } }, first);
    };
    await fill('employees', 'position', { $set: { position: null, level: null } });
    await fill('employees', 'leftBecause', [{ $set: { leftBecause: { $cond: ['$active', null, 'OTHER'] } } }]);
    await fill('credentials', 'mustChange', { $set: { mustChange: false, earlierHashes: [] } });
    const ended = { $cond: [{ $eq: ['$revokedAt', null] }, null, 'ENDED'] };
    await fill('sign_ins', 'lastUsedAt', [{ $set: { device: null, lastUsedAt: '$startedAt', endedBecause: ended } }]);
    await numberKeys(database);
    await beginHistories(database);
  },
};

async function numberKeys(database: Database): Promise<void> {
  const keys = database.collection<Keyed>('signing_key_pairs');
  const old = await keys
    .find({ serial: { $exists: false } } as never)
    .sort({ createdAt: 1, _id: 1 })
    .toArray();
  for (const [place, { _id, createdAt, retiredAt }] of old.entries()) {
    const last = place === old.length - 1;
    const over = last ? null : (retiredAt ?? new Date());
    await keys.updateOne({ _id }, { $set: { serial: place + 1, signsFrom: createdAt, retiredAt: over, withdrawnAt: null } } as never);
  }
}

async function beginHistories(database: Database): Promise<void> {
  const changes = database.collection<{ _id: string; employeeId: string }>('employee_changes');
  for await (const person of database.collection<Row>('employees').find({}).sort({ _id: 1 })) {
    if (await changes.findOne({ employeeId: person._id })) continue;
    const facts = Object.fromEntries(FACTS.map((name) => [name, person[name] ?? null]));
    const then = { ...facts, active: true, leftBecause: null };
    const row = { version: 1, employeeId: person._id, reason: null, changedBy: 'service:hr', recordedAt: new Date() };
    const hired = { _id: newId('emc'), ...row, kind: 'HIRED', effectiveOn: person['hiredOn'], before: null, after: then };
    const leftOn = person['deactivatedAt'] instanceof Date ? businessDateOf(person['deactivatedAt']) : person['hiredOn'];
    const left = { _id: newId('emc'), ...row, kind: 'DEACTIVATED', effectiveOn: leftOn, before: then, after: facts };
    await changes.insertMany((person['active'] ? [hired] : [hired, left]) as never);
  }
}
