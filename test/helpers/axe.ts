import type Axe from 'axe-core';
// A classic script that leaves its name on the window.
import 'axe-core/axe.js';

const {axe} = globalThis as unknown as {axe: typeof Axe};

/**
 * Fails when axe finds anything in the element, best practices included.
 *
 * @param element - Stands in the page. What is around it does not count: `region` and the page's own
 *   headings are the page's business.
 */
export async function expectAccessible(element: Element): Promise<void> {
  const {violations} = await axe.run(element, {
    rules: {region: {enabled: false}, 'page-has-heading-one': {enabled: false}},
  });
  if (!violations.length) return;
  const report = violations.map(
    ({id, help, nodes}) =>
      `${id}: ${help}\n  ${nodes.map((node) => `${node.html}\n  ${node.failureSummary}`).join('\n  ')}`,
  );
  throw new Error(`axe found:\n${report.join('\n')}`);
}
