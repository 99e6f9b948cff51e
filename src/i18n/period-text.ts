import type {Period} from '../feed/period.js';
import {formatDate, formatMonth, formatNumber, pick, pluralOf, type Language} from './localize.js';
import {summaryStrings} from './strings.js';

/** A period in words, to stand after a comma: "en 2026", "au cours des 12 derniers mois". '' for all time. */
export function periodText(period: Period | null, lang: Language): string {
  if (!period) return '';
  const words = pick(summaryStrings, lang);
  switch (period.kind) {
    case 'year':
      return words.inYear(period.from.slice(0, 4));
    case 'month':
      return words.inMonth(formatMonth(period.from, lang));
    case 'last': {
      const forms = words.last[period.unit];
      const form = pluralOf(period.count, lang) === 'one' ? forms.one : forms.other;
      return form.replace('{n}', formatNumber(period.count, lang));
    }
    default: {
      // Days are days: no zone may move them.
      const [from, to] = [period.from, period.to].map((day) => day && formatDate(day, lang, 'UTC'));
      if (from && to) return words.between(from, to);
      return from ? words.since(from) : words.until(to ?? '');
    }
  }
}
