import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

import * as z from 'zod';

import {campaignFeed, end, link, moment, position, whole} from '../lib/feed/schema.js';

/**
 * Writes dist/campaign-feed.schema.json (draft 2020-12) from the zod schema. What zod checks by function
 * and what each property means are said here, so that they weigh nothing in a page.
 */

export interface JsonSchema {
  type?: string | string[];
  title?: string;
  description?: string;
  pattern?: string;
  format?: string;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  maxItems?: number;
  required?: string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  [keyword: string]: unknown;
}

/** What each property means, by its path; `[]` stands for the elements of a list. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  type: 'A campaign feed is a GeoJSON FeatureCollection (RFC 7946).',
  version: 'Version of the format: "1.0".',
  title: 'What the feed is called.',
  publisher: 'Who publishes it.',
  'publisher.name': 'Name of the publisher.',
  'publisher.url': 'Page of the publisher.',
  licence: 'Licence of the data, such as "Licence Ouverte 2.0".',
  updatedAt: 'When the figures were true.',
  timezone: 'IANA zone in which days without a time begin and end. Default: Europe/Paris.',
  next: 'Address of the next page of this feed, on the same server. Left out on the last page.',
  calls: 'Calls for projects.',
  'calls[].id': 'Identifier of the call; campaigns name it in their `call.id`.',
  'calls[].title': 'What the call is called.',
  'calls[].organiser': 'The body that organises it.',
  'calls[].organiser.name': 'Name of the organiser.',
  'calls[].organiser.url': 'Page of the organiser.',
  'calls[].organiser.logo': 'Logo of the organiser.',
  'calls[].url': 'Page of the call.',
  'calls[].applyUrl': 'Page where one applies.',
  'calls[].budget': 'What the organiser gives, in major units of `currency`.',
  'calls[].budget.available': 'What there is to give.',
  'calls[].budget.committed': 'What has been promised so far.',
  'calls[].currency': 'ISO 4217 code. Default: EUR.',
  'calls[].editions': 'Each time that the call takes place.',
  'calls[].editions[].id': 'Identifier of the edition; campaigns name it in their `call.edition`.',
  'calls[].editions[].title': 'What the edition is called. Default: its id.',
  'calls[].editions[].opensAt': 'From when one may apply.',
  'calls[].editions[].closesAt': 'Until when one may apply.',
  'calls[].editions[].campaignsFrom': "When the laureates' campaigns begin.",
  'calls[].editions[].campaignsTo': "When the laureates' campaigns end.",
  features: 'The campaigns, each a GeoJSON Feature.',
  'features[].type': 'Each campaign is a GeoJSON Feature.',
  'features[].id': 'Identifier of the campaign, unique in the feed and stable.',
  'features[].geometry': 'Where it happens: a Point, or null when the place is unknown.',
  'features[].geometry.type': 'Always "Point".',
  'features[].geometry.coordinates': 'Longitude, then latitude, in degrees (WGS 84).',
  'features[].properties': 'What is known of the campaign.',
};

/** The same for a campaign's properties. */
const PROPERTIES: Readonly<Record<string, string>> = {
  title: 'What the campaign is called.',
  url: "The campaign's own page, where one gives.",
  tagline: 'One or two sentences: what it is for.',
  category: 'A word for its kind, in the language of the feed.',
  image: 'A picture of the project.',
  'image.src': 'Address of the picture.',
  'image.alt': 'What it shows, for those who do not see it. Left out: it is decoration.',
  'image.width': 'Width in pixels.',
  'image.height': 'Height in pixels.',
  status: 'Where it stands. Left out: dates and amounts tell.',
  currency: 'ISO 4217 code. Default: EUR.',
  goal: 'What it aims at, in major units of `currency` or in orders. Left out: no goal, or unknown.',
  raised: 'What it has raised, in major units of `currency` or in orders. Left out: unknown.',
  unit: 'What `goal` and `raised` count. Default: money; presales count orders.',
  threshold: 'Share of the goal at which it succeeds. Default: 1.',
  stretchGoals: 'Further goals, each above `goal`.',
  extendedFrom: 'The end that was announced before it was prolonged.',
  matching: 'A public body that adds to each gift.',
  'matching.by': 'Name of the body.',
  'matching.rate': 'What it adds for one unit given: 1 doubles each gift.',
  'matching.cap': 'The most that it gives in all.',
  'matching.given': 'What it has given so far.',
  backers: 'Number of people who gave. Left out: unknown.',
  startsAt: 'When it begins.',
  endsAt: 'When it ends. A day without a time lasts until its last second.',
  place: 'The territory where it happens.',
  'place.name': 'Name of the commune.',
  'place.code': 'COG code of the commune ("33063", "2A004"), not its postcode.',
  'place.postcode': 'Postcode.',
  'place.epci': 'SIREN of the intercommunal body.',
  'place.departement': 'COG code of the département.',
  'place.region': 'COG code of the région.',
  'place.country': 'ISO 3166-1 alpha-2 code. Default: FR.',
  owner: 'Who runs the campaign.',
  'owner.name': 'Name of the owner.',
  'owner.url': 'Page of the owner.',
  'owner.kind': 'What kind of body it is. A public one is marked as such.',
  mentors: 'The bodies that mentor the campaign.',
  'mentors[].name': 'Name of the mentor.',
  'mentors[].url': 'Page of the mentor.',
  'mentors[].logo': 'Logo of the mentor.',
  call: 'The call for projects that it won.',
  'call.id': 'Identifier of the call.',
  'call.edition': 'Identifier of the edition.',
  history: 'How it developed.',
  'history[].at': 'When these figures were true.',
  'history[].raised': 'What had been raised by then.',
  'history[].backers': 'How many people had given by then.',
  news: 'What the owner has told.',
  'news[].at': 'When.',
  'news[].title': 'What about.',
  'news[].url': 'Where to read it.',
  lang: 'Language of the texts (BCP 47).',
};

const DATE: JsonSchema = {
  pattern:
    '^\\s*\\d{4}-\\d\\d-\\d\\d([Tt ]\\d\\d:\\d\\d(:\\d\\d)?([.,]\\d+)?\\s*([Zz]|[+-]\\d\\d:?\\d\\d)?)?\\s*$',
};

/** What zod checks by function. */
const CHECKED = new Map<unknown, JsonSchema>([
  [whole, {type: 'integer'}],
  [link, {format: 'uri-reference'}],
  [moment, DATE],
  [end, DATE],
  [position, {minItems: 2, maxItems: 3}],
]);

/** The JSON Schema of a whole feed. */
export function campaignFeedSchema(): JsonSchema {
  const schema = z.toJSONSchema(campaignFeed(), {
    io: 'input',
    override: ({zodSchema, jsonSchema}) => Object.assign(jsonSchema, CHECKED.get(zodSchema)),
  }) as JsonSchema;
  describe(schema, '', {
    ...DESCRIPTIONS,
    ...Object.fromEntries(
      Object.entries(PROPERTIES).map(([path, text]) => [`features[].properties.${path}`, text]),
    ),
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Campaign feed',
    description: 'Crowdfunding campaigns of a territory, as GeoJSON (see FEED.md).',
    ...schema,
  };
}

function describe(schema: JsonSchema, path: string, texts: Readonly<Record<string, string>>): void {
  for (const variant of schema.anyOf ?? []) describe(variant, path, texts);
  if (schema.items) describe(schema.items, `${path}[]`, texts);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const inner = path ? `${path}.${name}` : name;
    const description = texts[inner];
    if (!description) throw new Error(`scripts/json-schema.ts says nothing of ${inner}.`);
    describe(property, inner, texts);
    schema.properties![name] = {description, ...property};
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = resolve(import.meta.dirname, '../dist/campaign-feed.schema.json');
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, `${JSON.stringify(campaignFeedSchema(), null, 2)}\n`);
}
