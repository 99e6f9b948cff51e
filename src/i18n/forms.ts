/** One form for each plural category that the language has; `other` always. */
export interface Forms {
  one?: string;
  other: string;
}
