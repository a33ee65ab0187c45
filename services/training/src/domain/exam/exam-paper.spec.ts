import { describe, expect, test } from '@jest/globals';
import { checkPaperFits, drawPaper, retirePaper } from './exam-paper.js';
import type { PaperTerms } from './exam-paper.js';
import { retireQuestion, writeQuestion } from './question.js';
import type { Difficulty, ExamQuestion } from './question.js';

const at = new Date('2026-03-02T02:00:00Z');
const question = (name: string, topic: 'LAW' | 'PRODUCT', difficulty: Difficulty, points = 5): ExamQuestion =>
  writeQuestion(
    `tqn_${name}`,
    { ...{ topic, difficulty, kind: 'TRUE_FALSE', text: `题目 ${name} 的内容`, choices: [], correct: [0], points, explanation: '见教材' } },
    { by: 'emp_t', at },
  );
const bank = [
  ...['a', 'b', 'c', 'd'].map((name) => question(name, 'LAW', 'EASY')),
  ...['e', 'f'].map((name) => question(name, 'LAW', 'HARD', 10)),
  ...['g', 'h', 'i'].map((name) => question(name, 'PRODUCT', 'MEDIUM')),
];
const terms: PaperTerms = {
  ...{ title: '法规考试', minutes: 30, passPercent: 60, mostAttempts: 2, retakeAfterDays: 3 },
  rules: [
    { topic: 'LAW', difficulty: null, count: 3 },
    { topic: 'LAW', difficulty: 'HARD', count: 2 },
    { topic: 'PRODUCT', difficulty: 'MEDIUM', count: 1 },
  ],
};
const facts = { id: 'epp_1', seed: 7, drawnBy: 'emp_t', drawnAt: at };
const ids = (seed: number) => drawPaper({ ...facts, seed }, terms, bank).items.map((item) => item.questionId);

describe('[6.8] a paper is drawn by rule', () => {
  test('so many of each topic and difficulty, none twice, whatever the seed', () => {
    for (let seed = 0; seed < 200; seed++) {
      const { items, totalPoints } = drawPaper({ ...facts, seed }, terms, bank);
      expect(new Set(items.map((item) => item.questionId)).size).toBe(6);
      expect(items.filter((item) => item.topic === 'LAW' && item.difficulty === 'HARD')).toHaveLength(2);
      expect(items.filter((item) => item.topic === 'PRODUCT')).toHaveLength(1);
      expect(totalPoints).toBe(items.reduce((sum, item) => sum + item.points, 0));
    }
  });

  test('the same seed draws the same, whatever the order of the bank; other seeds draw others', () => {
    expect(drawPaper(facts, terms, [...bank].reverse()).items).toEqual(drawPaper(facts, terms, bank).items);
    expect(new Set(Array.from({ length: 50 }, (_, seed) => ids(seed).sort().join())).size).toBeGreaterThan(5);
  });

  test('the bank lacks questions: refused, naming the rule and what there is', () => {
    const fewer = bank.map((one) => (one.id === 'tqn_e' ? retireQuestion(one) : one));
    expect(() => drawPaper(facts, terms, fewer)).toThrow(
      expect.objectContaining({ code: 'PAPER_QUESTIONS_LACKING', data: { topic: 'LAW', difficulty: 'HARD', count: 2, found: 1 } }),
    );
  });

  test.each<[string, Partial<PaperTerms>, string]>([
    ['without a title', { title: ' ' }, 'PAPER_TITLE_MISSING'],
    ['without rules', { rules: [] }, 'PAPER_RULES_INVALID'],
    ['with a rule of nothing', { rules: [{ topic: 'LAW', difficulty: null, count: 0 }] }, 'PAPER_RULES_INVALID'],
    ['with part of a question', { rules: [{ topic: 'LAW', difficulty: null, count: 1.5 }] }, 'PAPER_RULES_INVALID'],
    ['with too many', { rules: [{ topic: 'LAW', difficulty: null, count: 201 }] }, 'PAPER_RULES_INVALID'],
    ['without time', { minutes: 0 }, 'PAPER_MINUTES_INVALID'],
    ['for ever', { minutes: 481 }, 'PAPER_MINUTES_INVALID'],
    ['that everybody passes', { passPercent: 0 }, 'PAPER_PASS_MARK_INVALID'],
    ['that nobody passes', { passPercent: 101 }, 'PAPER_PASS_MARK_INVALID'],
    ['that may not be tried', { mostAttempts: 0 }, 'PAPER_RETAKE_INVALID'],
    ['with a second attempt before the first', { retakeAfterDays: -1 }, 'PAPER_RETAKE_INVALID'],
  ])('refused: a paper %s', (_name, change, code) => {
    expect(() => drawPaper(facts, { ...terms, ...change }, bank)).toThrow(code);
  });

  test.each<[string, 'LAW' | 'PRODUCT', number, string | null]>([
    ['on its topic, with the pass mark of the company', 'LAW', 60, null],
    ['with a higher one', 'LAW', 80, null],
    ['on another topic', 'PRODUCT', 60, 'EVALUATION_PAPER_OFF_TOPIC'],
    ['passed by chance', 'LAW', 59, 'EVALUATION_PAPER_TOO_EASY'],
    ['passed by anybody', 'LAW', 1, 'EVALUATION_PAPER_TOO_EASY'],
  ])('examines a training of LAW: %s', (_name, topic, passPercent, code) => {
    const paper = drawPaper(facts, { ...terms, passPercent, rules: [{ topic, difficulty: null, count: 3 }] }, bank);
    const check = () => checkPaperFits(paper, { topic: 'LAW', passLeast: 60 });
    if (code) expect(check).toThrow(code);
    else expect(check).not.toThrow();
  });

  test('one that asks about something else, too, examines neither', () => {
    const paper = drawPaper(facts, terms, bank);
    for (const topic of ['LAW', 'PRODUCT'] as const)
      expect(() => checkPaperFits(paper, { topic, passLeast: 60 })).toThrow('EVALUATION_PAPER_OFF_TOPIC');
  });

  test('is retired once', () => {
    const retired = retirePaper(drawPaper(facts, terms, bank));
    expect(retired.state).toBe('RETIRED');
    expect(() => retirePaper(retired)).toThrow('PAPER_RETIRED');
  });
});
