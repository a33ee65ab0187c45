import fc from 'fast-check';
import { CARD_FACTS, FACT_NAMES } from '../card-facts.js';
import type { Band, DecisiveRule, Scorecard } from '../scorecard.js';
import type { FactName, ScoringFacts } from '../scoring-facts.js';

const PURPOSES = ['VEHICLE', 'EDUCATION', 'OTHER'];
const points = fc.integer({ min: 0, max: 60 });

/** Values of a fact that somebody may have. */
function valuesOf(fact: FactName): readonly (string | number | boolean)[] {
  const known = CARD_FACTS[fact];
  if (known.kind === 'FLAG') return [true, false];
  return known.kind === 'NUMBER' ? [0, 1, 2, 3, 4, 17, 25, 400, 700, 200_000, 60_000_000] : (known.values ?? PURPOSES);
}

/** Two bands that hold every value of the fact. */
function bandsOf(fact: FactName): fc.Arbitrary<readonly Band[]> {
  if (CARD_FACTS[fact].kind === 'NUMBER') {
    return fc.tuple(fc.integer({ min: 1, max: 500 }), points, points).map(([cut, low, high]) => [
      { below: cut, points: low },
      { from: cut, points: high },
    ]);
  }
  const [first, ...rest] = valuesOf(fact);
  return fc.tuple(points, points).map(([one, other]) => [
    { values: [first as string], points: one },
    { values: rest, points: other },
  ]);
}

function ruleOf(fact: FactName, code: string): fc.Arbitrary<DecisiveRule> {
  return fc.constantFrom(...valuesOf(fact)).map((value) => ({ code, fact, values: [value] }));
}

/** A card that may be proposed: some attributes, rules on anything, all of what it reads required. */
export const aSoundCard: fc.Arbitrary<Scorecard> = fc
  .record({ attributes: fc.subarray(FACT_NAMES, { minLength: 1 }), ruled: fc.subarray(FACT_NAMES), referred: fc.subarray(FACT_NAMES) })
  .chain(({ attributes, ruled, referred }) =>
    fc
      .record({
        bands: fc.tuple(...attributes.map(bandsOf)),
        knockOuts: fc.tuple(...ruled.map((fact, no) => ruleOf(fact, `OUT_${no}`))),
        refer: fc.tuple(...referred.map((fact, no) => ruleOf(fact, `REFER_${no}`))),
      })
      .map(({ bands, knockOuts, refer }): Scorecard => {
        const read: readonly FactName[] = [...ruled, ...referred, 'bureauScore', 'bureauSeriousDelinquency'];
        const best = (bands as readonly (readonly Band[])[]).reduce((sum, one) => sum + Math.max(...one.map((band) => band.points)), 0);
        return {
          ...{ id: 'random', version: 1, required: [...new Set(read)].filter((fact) => !attributes.includes(fact)) },
          attributes: Object.fromEntries(attributes.map((fact, no) => [fact, bands[no]])),
          ...{ knockOuts, refer },
          grades: [
            { atLeast: Math.max(1, Math.floor(best / 3)), rating: 'LOW', recommendation: 'APPROVE' },
            { atLeast: 0, rating: 'HIGH', recommendation: 'REJECT' },
          ],
        };
      }),
  );

/** A file in which everything is verified. */
export const aWholeFile: fc.Arbitrary<ScoringFacts> = fc
  .tuple(...FACT_NAMES.map((fact) => fc.constantFrom(...valuesOf(fact))))
  .map((values) => Object.fromEntries(FACT_NAMES.map((fact, no) => [fact, values[no]])) as unknown as ScoringFacts);

/** Every fact that the card looks at. */
export function readBy({ required, attributes, knockOuts, refer }: Scorecard): FactName[] {
  return [...new Set([...required, ...(Object.keys(attributes) as FactName[]), ...[...knockOuts, ...refer].map(({ fact }) => fact)])];
}
