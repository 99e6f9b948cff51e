/**
 * Lets the tests of a suite be asked by a visitor who wants less motion, or who does not. Not every engine
 * lets a test emulate a preference: the question is answered in its place.
 */
export function prefersMotion(preference: 'reduced' | 'any'): void {
  const ask = window.matchMedia;
  const answer = preference === 'reduced' ? 'all' : 'not all';
  before(() => {
    window.matchMedia = (query) =>
      ask.call(window, query.includes('prefers-reduced-motion') ? answer : query);
  });
  after(() => {
    window.matchMedia = ask;
  });
}
