import type {Campaign} from '../feed/campaign.js';
import {statusOf} from '../feed/select.js';
import type {Language} from '../i18n/localize.js';
import {jsonForScript, markup, trusted} from './markup.js';
import {cardWords, shortened, type CardOptions} from './words.js';

/**
 * A campaign as schema.org JSON-LD, to stand in a page about it:
 * `<script type="application/ld+json">…</script>`. No text in it can end that script.
 *
 * schema.org knows no crowdfunding campaign: it is a `Project`, whose `potentialAction` is to donate (or to
 * order ahead), whose `funding` is what was raised. The goal has no property there: the description says it,
 * with the figures and their date. What is unknown is left out.
 */
export function structuredData(campaign: Campaign, options: CardOptions = {}): string {
  const {text, url, date} = cardWords(campaign, options, 'web');
  const {image, owner, mentors, place, coordinates, raised, backers, unit, currency} = campaign;
  const orders = unit === 'orders';
  const action = orders ? 'PreOrderAction' : 'DonateAction';
  const counted = orders ? raised : backers;
  const body = ({name, url}: {name: string; url: string | null}) => given({name, url});
  return jsonForScript({
    '@context': 'https://schema.org',
    '@type': 'Project',
    ...given({
      identifier: campaign.id,
      name: text.title,
      description: [text.tagline, text.progress && `${text.progress} (${date})`]
        .filter(Boolean)
        .join(' – '),
      url: campaign.url,
      image: image?.src,
      keywords: text.category,
      knowsLanguage: campaign.lang,
      parentOrganization: owner && {'@type': ownerType(owner.kind), ...body(owner)},
      sponsor: mentors.length
        ? mentors.map((mentor) => ({
            '@type': 'Organization',
            ...body(mentor),
            ...given({logo: mentor.logo}),
          }))
        : null,
      location: (place ?? coordinates) && {
        '@type': 'Place',
        ...given({
          name: place?.name,
          address: place && {
            '@type': 'PostalAddress',
            ...given({
              addressLocality: place.name,
              postalCode: place.postcode,
              addressCountry: place.country,
            }),
          },
          geo: coordinates && {
            '@type': 'GeoCoordinates',
            longitude: coordinates[0],
            latitude: coordinates[1],
          },
        }),
      },
      funding:
        raised === null || orders
          ? null
          : {
              '@type': 'MonetaryGrant',
              amount: {'@type': 'MonetaryAmount', currency, value: raised},
            },
      interactionStatistic:
        counted === null
          ? null
          : {
              '@type': 'InteractionCounter',
              interactionType: `https://schema.org/${action}`,
              userInteractionCount: counted,
            },
    }),
    potentialAction: {
      '@type': action,
      target: url,
      actionStatus: `https://schema.org/${actionStatus(campaign, options.now)}`,
      ...given({startTime: campaign.startsAt, endTime: campaign.endsAt}),
    },
  });
}

/** The same with its script element around it, to paste into a page. A data block: no policy has to allow it. */
export function structuredDataScript(campaign: Campaign, options: CardOptions = {}): string {
  return markup`<script type="application/ld+json">${trusted(structuredData(campaign, options))}</script>`.toString();
}

/** Where a page about a campaign stands, and what stands for it. */
export interface OpenGraphOptions extends CardOptions {
  /** The page's own address (https). Without it none is said. */
  page?: string;
  /**
   * Address of the share image as PNG (https, 1200 × 630). Default: the campaign's own picture, where it
   * is one that networks show (not SVG).
   */
  image?: string;
  /** Name of the site. */
  site?: string;
}

const LOCALES: Readonly<Record<Language, string>> = {fr: 'fr_FR', en: 'en_GB'};

/**
 * What networks and search engines read in the head of a page that we host about a campaign: `<meta>` tags
 * of Open Graph, and the campaign's own address as the canonical one. They run no script: the tags have to be
 * in the page as it is served.
 */
export function openGraph(campaign: Campaign, options: OpenGraphOptions = {}): string {
  const {text, lang, date, alt} = cardWords(campaign, options, 'web');
  const figures = text.progress && `${text.progress} (${date})`;
  const description = shortened([figures, text.tagline].filter(Boolean).join(' – '), 200);
  const tags: [name: string, content: string | number | null | undefined][] = [
    ['og:type', 'website'],
    ['og:title', text.title],
    ['og:description', description],
    ['og:url', isWeb(options.page) ? options.page : null],
    ['og:site_name', options.site],
    ['og:locale', LOCALES[lang]],
    ...pictureTags(campaign, options.image, alt),
  ];
  return markup`${description && markup`<meta name="description" content="${description}">\n`}<link rel="canonical" href="${campaign.url}">
${tags.map(([name, content]) => content && markup`<meta property="${name}" content="${content}">\n`)}`.toString();
}

function pictureTags(
  {image}: Campaign,
  given: string | undefined,
  alt: string,
): [string, string | number | null][] {
  if (isWeb(given)) {
    return [
      ['og:image', given],
      ['og:image:width', 1200],
      ['og:image:height', 630],
      ['og:image:alt', alt],
      ['twitter:card', 'summary_large_image'],
    ];
  }
  if (!isWeb(image?.src) || /\.svgz?$/i.test(new URL(image?.src ?? '').pathname)) return [];
  return [
    ['og:image', image?.src ?? null],
    ['og:image:width', image?.width ?? null],
    ['og:image:height', image?.height ?? null],
    ['og:image:alt', image?.alt ?? null],
    ['twitter:card', 'summary_large_image'],
  ];
}

function actionStatus(campaign: Campaign, now?: number): string {
  switch (statusOf(campaign, now)) {
    case 'live':
      return 'ActiveActionStatus';
    case 'upcoming':
      return 'PotentialActionStatus';
    case 'succeeded':
      return 'CompletedActionStatus';
    case 'failed':
    case 'cancelled':
      return 'FailedActionStatus';
    default:
      return 'CompletedActionStatus';
  }
}

function ownerType(kind: string | null): string {
  if (kind === 'person') return 'Person';
  return kind === 'public' ? 'GovernmentOrganization' : 'Organization';
}

/** What is known of it. */
function given(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && value !== undefined && value !== '',
    ),
  );
}

function isWeb(address: string | null | undefined): address is string {
  return Boolean(address) && /^https?:\/\//i.test(address ?? '') && URL.canParse(address ?? '');
}
