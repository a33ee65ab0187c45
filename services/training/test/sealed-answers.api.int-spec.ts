import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person, seedPeople, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { planSession, recordAttendance } from '../src/domain/session/training-session.js';
import { TrainingSessions } from '../src/persistence/session/training-session.repository.js';
import { trainingService } from '../src/training.module.js';
import { QUESTIONS, RIGHT } from './builders/evaluating.builder.js';

const trainer = person('training', 'trainer');
/** The same exam is before a person of each role. */
const candidates = ROLES.map((role) => person(role === 'salesperson' || role === 'sales-manager' ? 'sales' : 'hr', role));
let training: SubgraphUnderTest;
let sessionId: string;
let paperId: string;
let questionIds: string[];

async function act(name: string, input: object, as: EmployeeActor, selection: string): Promise<Record<string, unknown>> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} userErrors { code message } } }`;
  const answer = await training.graph(query, { input }, as);
  if (!answer.data?.[name]) throw new Error(JSON.stringify(answer));
  return answer.data[name] as Record<string, unknown>;
}
const ask = (query: string, as: EmployeeActor) => training.graph(query, {}, as);

async function held(attendees: readonly EmployeeActor[]): Promise<string> {
  const { clock, work } = training.platform;
  const facts = {
    id: newId('trs'),
    planId: newId('tpl'),
    topic: 'LAW' as const,
    title: '法规',
    kind: 'ONLINE' as const,
    heldOn: clock.today(),
    hours: 1,
  };
  const planned = planSession({ ...facts, trainerId: null, institution: null, resource: 'law-1', mode: null });
  const session = recordAttendance(
    planned,
    attendees.map(({ employeeId }) => employeeId),
  );
  await work.run({ actor: { kind: 'service', service: 'training' }, operation: 'test' }, (tx) =>
    training.app.get(TrainingSessions).insert(session, tx),
  );
  return session.id;
}

beforeAll(async () => {
  training = await testSubgraph(trainingService);
  await seedPeople(training.platform, [trainer, ...candidates]);
  questionIds = [];
  for (const question of QUESTIONS) {
    const added = await act('addExamQuestion', question, trainer, 'question { id correct explanation }');
    questionIds.push((added['question'] as { id: string }).id);
  }
  // An earlier wording, whose answer is the same secret.
  const changed = { ...QUESTIONS[0], questionId: questionIds[0], text: '单选：下列哪一项是正确的？' };
  await act('changeExamQuestion', changed, trainer, 'question { revision }');
  const terms = {
    title: '法规考试',
    rules: [{ topic: 'LAW', count: 3 }],
    minutes: 30,
    passPercent: 60,
    mostAttempts: 2,
    retakeAfterDays: 0,
  };
  paperId = ((await act('drawExamPaper', terms, trainer, 'paper { id }'))['paper'] as { id: string }).id;
  sessionId = await held(candidates);
  await act('openTrainingEvaluation', { sessionId, method: 'EXAM', paperId }, trainer, 'session { id }');
});
afterAll(() => training.stop());

const taskOf = async (as: EmployeeActor): Promise<string> => {
  const answer = await ask(`{ evaluationTasks(employeeId: "${as.employeeId}") { nodes { id } } }`, as);
  return (answer.data?.['evaluationTasks'] as { nodes: { id: string }[] }).nodes[0]?.id ?? '';
};
const QUESTION = '{ place kind text choices points chosen correct explanation }';
const start = async (as: EmployeeActor) =>
  (await act('startExamAttempt', { taskId: await taskOf(as) }, as, `attempt { id state points passed mark questions ${QUESTION} }`))[
    'attempt'
  ] as {
    id: string;
    questions: { place: number; kind: string; choices: string[] }[];
  };

/** Fields of the graph from which the answer of a question could be read. */
function tellingFields(schema: GraphQLSchema): string[] {
  const telling = /correct|explanation|right/i;
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      isObjectType(type)
        ? Object.keys(type.getFields())
            .filter((field) => telling.test(field))
            .map((field) => `${type.name}.${field}`)
        : [],
    )
    .sort();
}

/** Every field of the root through which such a type can be reached, at any depth. */
function rootsTo(schema: GraphQLSchema, wanted: ReadonlySet<string>): string[] {
  const reaches = (name: string, seen: Set<string>): boolean => {
    if (wanted.has(name)) return true;
    const type = schema.getType(name);
    if (seen.has(name) || !isObjectType(type)) return false;
    seen.add(name);
    return Object.values(type.getFields()).some((field) => reaches(getNamedType(field.type).name, seen));
  };
  const roots = [...Object.values(schema.getQueryType()?.getFields() ?? {}), ...Object.values(schema.getMutationType()?.getFields() ?? {})];
  return roots
    .filter((field) => reaches(getNamedType(field.type).name, new Set()))
    .map(({ name }) => name)
    .sort();
}

describe('[6.8] nobody reads the answers of an exam that he still has to take', () => {
  test('the graph tells them in these fields only, reached from these roots only: each is tried below', () => {
    const { schema } = training.app.get(GraphQLSchemaHost);
    expect(tellingFields(schema)).toEqual([
      'ExamAttemptQuestion.correct',
      'ExamAttemptQuestion.explanation',
      'ExamQuestion.correct',
      'ExamQuestion.explanation',
      'ExamQuestionRevision.correct',
    ]);
    expect(rootsTo(schema, new Set(['ExamAttemptQuestion', 'ExamQuestion', 'ExamQuestionRevision']))).toEqual([
      ...[
        'addExamQuestion',
        'answerExamQuestion',
        'changeExamQuestion',
        'drawExamPaper',
        'examAttempt',
        'examAttempts',
        'examPaper',
        'examPapers',
      ],
      ...['examQuestion', 'examQuestions', 'retireExamPaper', 'retireExamQuestion', 'startExamAttempt', 'submitExamAttempt'],
    ]);
  });

  test.each(candidates.map((one) => [one.roles.join(), one] as const))('%s', async (_role, as) => {
    const bank = 'id correct explanation revisions { correct }';
    const attempt = await start(as);
    const answers = [
      await ask(`{ examQuestions { nodes { ${bank} } } }`, as),
      await ask(`{ examQuestion(id: "${questionIds[0]}") { ${bank} } }`, as),
      await ask(`{ examPapers { nodes { questions { ${bank} } } } }`, as),
      await ask(`{ examPaper(id: "${paperId}") { questions { ${bank} } } }`, as),
      await ask(`{ examAttempts { nodes { questions ${QUESTION} } } }`, as),
      await ask(`{ examAttempt(id: "${attempt.id}") { points passed mark questions ${QUESTION} } }`, as),
    ];
    const told = JSON.stringify([attempt, ...answers]);
    expect(told).not.toMatch(/"correct":\[/);
    expect(told).not.toMatch(/"explanation":"/);
    expect(attempt).toMatchObject({ state: 'RUNNING', points: null, passed: null, mark: null });
    expect(attempt.questions).toHaveLength(3);
    const others = (answers[4]?.data?.['examAttempts'] as { nodes: { questions: unknown }[] } | undefined)?.nodes ?? [];
    expect(others.filter(({ questions }) => questions !== null)).toHaveLength(1);
  });

  test('after a failed attempt with another before him neither; points only', async () => {
    const as = candidates[2] as EmployeeActor;
    const { id } = await start(as);
    const submitted = await act('submitExamAttempt', { attemptId: id }, as, `attempt { points passed questions ${QUESTION} }`);
    expect(submitted['attempt']).toMatchObject({ points: 0, passed: false });
    expect(JSON.stringify(submitted)).not.toMatch(/"correct":\[|"explanation":"/);
  });

  test('the first to have his result does not read what was right for his colleagues; when nobody owes the exam any more he does', async () => {
    const [as, colleague] = [candidates[3] as EmployeeActor, candidates.find(({ roles }) => roles.includes('trainer')) as EmployeeActor];
    const { id, questions } = await start(as);
    for (const { place, kind, choices } of questions) {
      const chosen = (RIGHT[kind] ?? []).map((text) => choices.indexOf(text)).sort();
      await act('answerExamQuestion', { attemptId: id, place, chosen }, as, 'attempt { id }');
    }
    const submitted = await act('submitExamAttempt', { attemptId: id }, as, `attempt { points passed mark questions ${QUESTION} }`);
    expect(submitted['attempt']).toMatchObject({ points: 10, passed: true, mark: 100 });
    const read = async (who: EmployeeActor) => JSON.stringify(await ask(`{ examAttempt(id: "${id}") { questions ${QUESTION} } }`, who));
    for (const told of [JSON.stringify(submitted), await read(as)]) expect(told).not.toMatch(/"correct":\[|"explanation":"/);
    expect((await ask(`{ examAttempt(id: "${id}") { questions ${QUESTION} } }`, colleague)).data).toEqual({
      examAttempt: { questions: null },
    });
    expect((await ask(`{ examAttempt(id: "${id}") { questions { correct } } }`, trainer)).data).toMatchObject({
      examAttempt: { questions: [{}, {}, {}] },
    });
    expect((await ask(`{ examAttempt(id: "${id}") { id } }`, candidates[5] as EmployeeActor)).data?.['examAttempt'] ?? null).toBeNull();
    for (const other of candidates.filter((one) => one !== as)) {
      expect(await read(as)).not.toMatch(/"correct":\[|"explanation":"/);
      const excuse = { taskId: await taskOf(other), reason: '长期病假，无法完成' };
      expect(await act('excuseFromEvaluation', excuse, trainer, 'task { state }')).toMatchObject({ task: { state: 'EXCUSED' } });
    }
    const reviewed = (await ask(`{ examAttempt(id: "${id}") { questions ${QUESTION} } }`, as)).data?.['examAttempt'] as {
      questions: { chosen: number[]; correct: number[]; explanation: string }[];
    };
    for (const { chosen, correct, explanation } of reviewed.questions)
      expect({ chosen, explanation: explanation.length > 0 }).toEqual({ chosen: correct, explanation: true });
  });

  test('a trainer without an exam before him reads the bank', async () => {
    const answer = await ask('{ examQuestions { nodes { correct explanation revisions { correct } } } }', trainer);
    expect((answer.data?.['examQuestions'] as { nodes: { correct: number[] }[] }).nodes.map(({ correct }) => correct).sort()).toEqual([
      [0, 3],
      [1],
      [2],
    ]);
  });
});
