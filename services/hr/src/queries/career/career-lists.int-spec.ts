import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { EmployeeActor } from '@weilend/kernel';
import { CareerUnderTest } from '../../../test/builders/career.builder.js';
import { plansOf } from '../../../test/builders/query-plans.builder.js';
import { PromotionFactsReader } from '../../persistence/promotion/promotion-facts.repository.js';
import { HonourQueries } from '../honour/honour.queries.js';
import { PromotionQueries } from '../promotion/promotion.queries.js';
import { CareerScope } from './career-scope.queries.js';
import { CareerQueries } from './career.queries.js';

let c: CareerUnderTest;
let seller: EmployeeActor;
beforeAll(async () => {
  c = await CareerUnderTest.start();
  const manager = await c.hired({ role: 'sales-manager' });
  seller = await c.hired({ managerId: manager.employeeId });
  for (let people = 0; people < 30; people++) await c.hired({ managerId: manager.employeeId });
});
afterAll(() => c.p.stop());

test('[5.7, 5.9, 6.11, 6.12] every list is answered by an index, and sorted by it for who sees everybody', async () => {
  const { database, clock } = c.p;
  const scope = new CareerScope(database);
  const careers = new CareerQueries(database, scope, clock);
  const promotions = new PromotionQueries(database, scope, careers, new PromotionFactsReader(c.record()), clock);
  const honours = new HonourQueries(database, c.record(), clock);
  const { employeeId } = seller;
  const lists = async (actor: EmployeeActor) => {
    await careers.ladders({});
    await careers.ladderOn(c.today);
    await careers.firstLevelsAsked({});
    await careers.talksDue({ overdue: true }, actor);
    await careers.talksDue({ managerId: employeeId, until: c.today }, actor);
    await careers.talks({ employeeId }, actor);
    await careers.talks({}, actor);
    await careers.plans({ employeeId }, actor);
    await careers.plans({ state: 'ACTIVE' }, actor);
    await careers.trainingRequests({ employeeId }, actor);
    await careers.trainingRequests({ state: 'ASKED' }, actor);
    await promotions.candidates({ first: 5 }, actor);
    await promotions.candidates({ level: 'TRAINEE', first: 5 }, actor);
    await promotions.list({ employeeId }, actor);
    await promotions.list({ state: 'PROPOSED' }, actor);
    await honours.list({ state: 'PROPOSED' });
    await honours.awards({ employeeId });
    await honours.awards({ period: '2026-Q3' });
    await honours.rules({ honour: 'SALES_CHAMPION', scope: 'YEAR' });
    await honours.awardsInQuestion();
  };
  const isIndexed = (plan: string) => ['IXSCAN', 'IDHACK', 'EXPRESS'].some((kind) => plan.startsWith(kind));
  const all = await plansOf(database, () => lists(c.hr));
  expect(all.length).toBeGreaterThan(16);
  expect(all.filter(({ plan }) => !isIndexed(plan))).toEqual([]);
  // What one person was trained in, and his sheets, are few and put in order afterwards.
  const few = ['trained_topics', 'appraisal_facts'];
  expect(all.filter(({ isSorted, collection }) => !isSorted && !few.includes(collection))).toEqual([]);
  const own = await plansOf(database, () => lists(seller));
  expect(own.filter(({ plan }) => !isIndexed(plan))).toEqual([]);
});
