import type {Ambiguous} from './guess.js';

/** How an adapter understood an answer. It stands beside the feed that it makes. */
export interface Understanding {
  /** Name of the field by property of FEED.md, where somebody else has named them: "place.code" is "Code INSEE". */
  fields: Readonly<Record<string, string>>;
  /** What of the answer as a whole is not read. */
  remarks: readonly Remark[];
  /** Fields that are nothing here: most are none of a campaign, and one may have another name than is known. */
  unread: readonly string[];
}

/** Something of an answer that is not read, and what to do. */
export interface Remark {
  /** `ambiguous-field`: it may be one thing or another. `more-pages`: there is more, and nothing leads there. */
  rule: 'ambiguous-field' | 'more-pages';
  /** The field that it is about, or where in the answer it stands. */
  field: string;
  /** In one English sentence. */
  reason: string;
}

/** Under which a made feed has it: no answer of others can. */
const UNDERSTANDING = Symbol('how its fields were understood');

/** A feed that an adapter made, with how it was understood. */
export function withUnderstanding<Made extends object>(
  made: Made,
  {fields = {}, remarks = [], unread = []}: Partial<Understanding>,
): Made {
  const how: Understanding = {fields, remarks, unread};
  return {...made, [UNDERSTANDING]: how};
}

/** How a feed was understood, or its head; null for one that needed no guess. */
export function understandingOf(made: unknown): Understanding | null {
  const holder = made as {[UNDERSTANDING]?: Understanding} | null | undefined;
  return holder?.[UNDERSTANDING] ?? null;
}

/** What properties are called where people read of them. */
const WORDS: Readonly<Record<string, string>> = {
  raised: 'what was raised',
  goal: 'the goal',
  backers: 'the number of backers',
  startsAt: 'its beginning',
  endsAt: 'its end',
};

/**
 * Why an ambiguous field is not read, and what to write.
 *
 * @param format - The adapter, as `format` calls it.
 */
export function remarkOn({field, properties}: Ambiguous, format: string): Remark {
  const written = field.replace(/[%,=]/g, encodeURIComponent);
  const may = properties.map((property) => WORDS[property] ?? property).join(' or ');
  const say = properties.map((property) => `${format}:${property}=${written}`).join(' or ');
  const name = field.slice(0, 60);
  return {
    rule: 'ambiguous-field',
    field,
    reason: `"${name}" may be ${may}, and is not read: say which in the format, as ${say}`,
  };
}
