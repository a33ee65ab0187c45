/** Asks again until the answer is truthy; throws with the last answer after the deadline. For tests across processes. */
export async function eventually<T>(what: string, ask: () => Promise<T | null | undefined | false>, deadlineMs = 20_000): Promise<T> {
  const end = Date.now() + deadlineMs;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited ${deadlineMs} ms for: ${what}; last answer: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
}
