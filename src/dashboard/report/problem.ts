/** A problem document (RFC 9457), as far as it is shown. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
}

/** The name of a problem's type, such as `too-much-to-read`. */
export function problemName(problem: Problem): string {
  return problem.type.split(':').pop() ?? '';
}
