import {at, isObject, listAt, textAt} from '../foreign/values.js';
import type {Adapter} from './adapter.js';

/** A platform whose answers are understood; its adapter comes when one is there. */
interface Platform {
  /** Whether an answer is this platform's, by its shape alone. */
  recognises: (answer: unknown) => boolean;
  load: () => Promise<Adapter>;
}

/** The platforms by the name that `format` calls them, in the order in which they are tried. */
export const platforms: Readonly<Record<string, Platform>> = {
  csv: {
    recognises: (answer) => typeof answer === 'string',
    load: async () => (await import('./csv.js')).csv,
  },
  jsonfeed: {
    recognises: (answer) =>
      /^https?:\/\/jsonfeed\.org\/version\//.test(textAt(answer, 'version') ?? ''),
    load: async () => (await import('./jsonfeed.js')).jsonfeed,
  },
  ulule: {
    recognises: (answer) =>
      oneOf(answer, 'projects').some(
        (project) => textAt(project, 'absolute_url') !== null || has(project, 'amount_raised'),
      ),
    load: async () => (await import('./ulule.js')).ulule,
  },
  kickstarter: {
    recognises: (answer) =>
      [...oneOf(answer, 'projects'), ...(Array.isArray(answer) ? answer.slice(0, 1) : [])].some(
        (project) => textAt(project, 'urls', 'web', 'project') !== null,
      ),
    load: async () => (await import('./kickstarter.js')).kickstarter,
  },
  kisskissbankbank: {
    recognises: (answer) =>
      parts(answer).some((part) => {
        const [edge = null] = listAt(part, 'edges');
        const [node = null] = listAt(part, 'nodes');
        const candidates = [at(edge, 'node'), node, part];
        return (
          (has(part, 'edges') && !edge) ||
          candidates.some((one) => textAt(one, 'publicUrl') !== null || has(one, 'collectedAmount'))
        );
      }),
    load: async () => (await import('./kisskissbankbank.js')).kisskissbankbank,
  },
  opencollective: {
    recognises: (answer) =>
      parts(answer).some((part) =>
        [part, ...listAt(part, 'nodes').slice(0, 1)].some(
          (one) => textAt(one, 'slug') !== null && (has(one, 'stats') || has(one, 'imageUrl')),
        ),
      ),
    load: async () => (await import('./opencollective.js')).opencollective,
  },
  helloasso: {
    recognises: (answer) =>
      oneOf(answer, 'data').some((form) => has(form, 'formType') && has(form, 'formSlug')) ||
      (Array.isArray(at(answer, 'data')) && has(at(answer, 'pagination'), 'pageIndex')),
    load: async () => (await import('./helloasso.js')).helloasso,
  },
  goteo: {
    recognises: (answer) =>
      oneOf(answer, 'items').some((item) =>
        ['project-url', 'call-url', 'matchfunding-url'].some((name) => has(item, name)),
      ),
    load: async () => (await import('./goteo.js')).goteo,
  },
  opendatasoft: {
    recognises: (answer) => Array.isArray(at(answer, 'results')) && has(answer, 'total_count'),
    load: async () => (await import('./opendatasoft.js')).opendatasoft,
  },
  geojson: {
    recognises: (answer) => at(answer, 'type') === 'FeatureCollection',
    load: async () => (await import('./geojson.js')).geojson,
  },
};

/** The answer itself, and the first of a list in it. */
function oneOf(answer: unknown, list: string): unknown[] {
  return [answer, ...listAt(answer, list).slice(0, 1)];
}

/** What a GraphQL answer holds. */
function parts(answer: unknown): unknown[] {
  const data = at(answer, 'data');
  return isObject(data) ? Object.values(data) : [];
}

function has(value: unknown, name: string): boolean {
  return isObject(value) && Object.hasOwn(value, name);
}
