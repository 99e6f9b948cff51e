import type {Campaign} from '../../feed/campaign.js';

/** What a feed need not say. */
const DEFAULTS: Readonly<Record<string, unknown>> = {currency: 'EUR', unit: 'money', threshold: 1};

/**
 * A campaign as a feature of a feed, as short as can be: reading it gives the same campaign. Links are
 * absolute and moments have their offset, so that it stands in any file.
 */
export function featureOf({id, coordinates, ...properties}: Campaign): object {
  return {
    type: 'Feature',
    id,
    geometry: coordinates && {type: 'Point', coordinates},
    properties: said(properties),
  };
}

/** Without what is unknown, and what holds when nothing is said. */
function said(values: object): object {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]: [string, unknown]) => {
      if (value === null || DEFAULTS[name] === value) return [];
      if (Array.isArray(value)) return value.length ? [[name, value.map(saidOf)]] : [];
      return [[name, saidOf(value)]];
    }),
  );
}

function saidOf(value: unknown): unknown {
  return typeof value === 'object' && value && !Array.isArray(value) ? said(value) : value;
}
