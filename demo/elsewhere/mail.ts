import type {Campaign, Feed} from '../../lib/feed/campaign.js';
import {emailCard} from '../../lib/outputs/email-card.js';

type Language = 'fr' | 'en';
type Columns = 'one' | 'two';

/** How one issue of the letter is written. */
export interface MailOptions {
  lang: Language;
  columns: Columns;
  feed: Feed;
  /** Address of `demo/`, with a slash at its end: a mail has no page from which a link could count. */
  root: string;
  now: number;
}

/** The campaigns of the issue, in their order. */
export const ISSUE = ['kiosque', 'jardin-des-tours', 'cinema-du-quartier'] as const;

/** Everything but the cards is what a town writes around them. */
const WORDS = {
  fr: {
    title: 'La Lettre de la ville',
    issue: (day: string) => `Numéro inventé du ${day}`,
    drawing: 'Dessin : la ville devant les Pyrénées.',
    hello: 'Bonjour,',
    intro:
      'Le marché du soir revient jeudi, les jardiniers plantent trois cents arbres cet hiver, et trois projets de l’agglomération cherchent encore leurs derniers soutiens. Les voici.',
    cards: 'Ils ont besoin d’un coup de pouce',
    dates: 'À noter',
    agenda: [
      ['Jeudi 18&nbsp;h', 'Marché du soir, sous la halle'],
      ['Samedi 10&nbsp;h', 'Visite du chantier du kiosque, à la grille du parc'],
      ['Dimanche 16&nbsp;h', 'Bal gascon, entrée libre'],
    ],
    foot: 'Vous recevez cette lettre inventée parce que vous visitez une démonstration de Relais, sans lien avec la Ville de Pau.',
    leave: 'Se désabonner',
    source: 'Pour leurs chiffres, les cartes disent leur date : un mail ne se met pas à jour.',
  },
  en: {
    title: 'The town’s letter',
    issue: (day: string) => `Made-up issue of ${day}`,
    drawing: 'Drawing: the town before the Pyrenees.',
    hello: 'Hello,',
    intro:
      'The evening market is back on Thursday, the gardeners plant three hundred trees this winter, and three projects around here still look for their last supporters. Here they are.',
    cards: 'They could do with a hand',
    dates: 'Dates to keep',
    agenda: [
      ['Thursday 6 pm', 'Evening market, under the covered market'],
      ['Saturday 10 am', 'Visit of the bandstand’s building site, at the gate of the park'],
      ['Sunday 4 pm', 'Gascon ball, free entry'],
    ],
    foot: 'You receive this made-up letter because you visit a demonstration of Relais, not connected with the town of Pau.',
    leave: 'Unsubscribe',
    source: 'The cards say the date of their figures: a mail does not bring itself up to date.',
  },
} as const;

const FONT = "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const TABLE = 'role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"';

/** One card of the issue, as an editor copies it. */
export function mailCard(campaign: Campaign, options: MailOptions) {
  const {lang, columns, feed, root, now} = options;
  return emailCard(drawn(campaign, root), {
    lang,
    columns,
    relay: 'mairie-pau',
    updatedAt: feed.updatedAt,
    calls: feed.calls,
    now,
  });
}

/** The issue as a mail: a document of tables, with every style on its cell. */
export function mail(options: MailOptions): string {
  const {lang, root, now} = options;
  const words = WORDS[lang];
  const day = new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Paris',
  }).format(now);
  const [first, ...others] = campaigns(options).map((campaign) => mailCard(campaign, options).html);
  const row = (html: string, style = '') =>
    `<tr><td bgcolor="#ffffff" style="padding:0 24px;background-color:#ffffff;color:#1d2a30;${FONT};font-size:16px;line-height:1.55;${style}">${html}</td></tr>`;
  const heading = (text: string) =>
    `<h2 style="margin:0;padding:28px 0 14px;font-size:21px;line-height:1.25;color:#1f4a5c">${text}</h2>`;
  // A card in two columns takes the 600 px of the letter: in less its columns stack.
  const spaced = (html: string) => row(html, 'padding:0 0 20px');
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.title}</title>
<base target="_blank">
<style>
/* What this sheet does can be lost: mail programs strip it. */
@media (max-width: 480px) { .edge { padding: 0 !important; } }
</style>
</head>
<body style="margin:0;padding:0;background-color:#f7eddb">
<table ${TABLE} bgcolor="#f7eddb" style="background-color:#f7eddb"><tr><td class="edge" align="center" style="padding:20px 8px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px">
<tr><td bgcolor="#1f4a5c" style="padding:20px 24px 18px;background-color:#1f4a5c;color:#fffaf1;${FONT}">
<h1 style="margin:0;font-size:28px;line-height:1.15;letter-spacing:-0.5px;color:#fffaf1">${words.title}</h1>
<p style="margin:4px 0 0;font-size:14px;line-height:1.4;color:#d5e6eb">${words.issue(day)}</p></td></tr>
<tr><td bgcolor="#fbe3c4" style="background-color:#fbe3c4;color:#1d2a30;${FONT};font-size:14px;line-height:1.4"><img src="${root}generated/images/panorama.png" alt="${words.drawing}" width="600" style="display:block;width:100%;height:auto;border:0"></td></tr>
${row(`<p style="margin:0;padding:24px 0 0">${words.hello}</p><p style="margin:0;padding:10px 0 0">${words.intro}</p>${heading(words.cards)}`)}
${spaced(first ?? '')}
${others.map(spaced).join('\n')}
${row(`<p style="margin:0;font-size:14px;color:#52606a">${words.source}</p>${heading(words.dates)}`)}
${words.agenda.map(([when, what]) => row(`<table ${TABLE}><tr><td width="136" valign="top" style="padding:10px 12px 10px 0;border-top:1px solid #e3d8c3;color:#a8401f;${FONT};font-size:15px;line-height:1.4;font-weight:bold">${when}</td><td valign="top" style="padding:10px 0;border-top:1px solid #e3d8c3;color:#1d2a30;${FONT};font-size:15px;line-height:1.4">${what}</td></tr></table>`)).join('\n')}
${row('&nbsp;')}
<tr><td bgcolor="#f7eddb" align="center" style="padding:20px 24px;background-color:#f7eddb;color:#52606a;${FONT};font-size:13px;line-height:1.5">${words.foot}<br><a href="${root}" style="color:#52606a">${words.leave}</a></td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

/** The same issue for whoever reads mail without HTML. */
export function mailText(options: MailOptions): string {
  const words = WORDS[options.lang];
  const cards = campaigns(options).map((campaign) => mailCard(campaign, options).text);
  const agenda = words.agenda
    .map(
      ([when, what]) =>
        `- ${when.replace('&nbsp;', '\u00a0')}${options.lang === 'fr' ? '\u00a0' : ''}: ${what}`,
    )
    .join('\n');
  const rule = '—'.repeat(24);
  return [
    words.title.toUpperCase(),
    `${words.hello}\n\n${words.intro}`,
    words.cards.toUpperCase(),
    cards.join(`\n\n${rule}\n\n`),
    words.dates.toUpperCase(),
    agenda,
    words.foot,
    '',
  ].join('\n\n');
}

function campaigns({feed}: MailOptions): Campaign[] {
  return ISSUE.flatMap((id) => feed.campaigns.filter((campaign) => campaign.id === id));
}

/** The drawings of the demo are SVG, which no mail shows: the mail takes the same drawing as PNG. */
function drawn(campaign: Campaign, root: string): Campaign {
  const {image} = campaign;
  const name = /([\w-]+)\.svg$/.exec(image?.src ?? '')?.[1];
  if (!image || !name) return campaign;
  return {
    ...campaign,
    image: {...image, src: `${root}generated/images/${name}.png`, alt: image.alt || ''},
  };
}
