/**
 * Shares one answer among all who ask. A failure is forgotten, so that asking again tries again.
 */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= load().catch((error: unknown) => {
      answer = undefined;
      throw error;
    });
    return answer;
  };
}

/** Leaves the main thread to the page between two pieces of a long task. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
